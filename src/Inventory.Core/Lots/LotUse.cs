namespace Inventory.Lots;

/// <summary>Whether movements name a lot.</summary>
public enum LotUse
{
    /// <summary>They must.</summary>
    Required,

    /// <summary>They may; one that names none moves units that have none.</summary>
    Optional,

    /// <summary>They must not; they move units that have none.</summary>
    Forbidden,
}
