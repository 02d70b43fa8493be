namespace Inventory.Catalog;

/// <summary>The kinds of names a SKU can have beside its code. A name is unique within its kind at any day.</summary>
public enum IdentifierKind
{
    /// <summary>A global trade item number of 8, 12, 13 or 14 digits with its check digit.</summary>
    Gtin,

    /// <summary>A supplier's code.</summary>
    SupplierCode,

    /// <summary>A customer's code.</summary>
    CustomerCode,

    /// <summary>A barcode of the business's own.</summary>
    Barcode,

    /// <summary>Any other name.</summary>
    Alias,
}
