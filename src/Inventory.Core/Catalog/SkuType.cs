namespace Inventory.Catalog;

/// <summary>What a SKU is to the business; drives accounts and key figures. A service never holds stock.</summary>
public enum SkuType
{
    /// <summary>Goods ready for sale.</summary>
    FinishedGood,

    /// <summary>Bought to be made into something.</summary>
    RawMaterial,

    /// <summary>Partly made.</summary>
    WorkInProgress,

    /// <summary>Maintenance, repair and operations.</summary>
    Mro,

    /// <summary>Packaging.</summary>
    Packaging,

    /// <summary>Used up by the business itself.</summary>
    Consumable,

    /// <summary>No goods at all.</summary>
    Service,
}
