namespace Inventory.Movements;

/// <summary>The state that units are in while they lie at a location. Only available units can be sold.</summary>
public enum StockStatus
{
    /// <summary>Free for sale.</summary>
    Available,

    /// <summary>Waiting for inspection.</summary>
    QualityControl,

    /// <summary>Damaged, not yet disposed of.</summary>
    Damaged,

    /// <summary>Blocked by a decision about the lot or place.</summary>
    Quarantined,

    /// <summary>Recalled by the maker.</summary>
    Recalled,

    /// <summary>Withheld from sale on purpose, as safety stock.</summary>
    Withheld,
}
