namespace Inventory.Catalog;

/// <summary>What a SKU's units are told apart by.</summary>
public enum Tracking
{
    /// <summary>Nothing: units are alike.</summary>
    None,

    /// <summary>A lot number on every movement.</summary>
    Lot,

    /// <summary>A serial number on every movement, one unit each.</summary>
    Serial,
}
