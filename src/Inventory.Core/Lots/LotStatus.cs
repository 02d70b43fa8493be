namespace Inventory.Lots;

/// <summary>What holds for a lot as a whole. Only what is released can be sold.</summary>
public enum LotStatus
{
    /// <summary>Free for sale, as far as its units are.</summary>
    Released,

    /// <summary>Held back until somebody has decided about it.</summary>
    OnHold,

    /// <summary>Blocked until it has been examined.</summary>
    Quarantined,

    /// <summary>Recalled by the maker.</summary>
    Recalled,

    /// <summary>Found to keep no longer, whatever its dates say.</summary>
    Expired,

    /// <summary>Damaged as a whole, not yet disposed of.</summary>
    Damaged,
}
