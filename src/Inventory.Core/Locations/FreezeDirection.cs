namespace Inventory.Locations;

/// <summary>Which movements a freeze stops.</summary>
public enum FreezeDirection
{
    /// <summary>Nothing goes in or out.</summary>
    Both,

    /// <summary>Nothing comes in.</summary>
    In,

    /// <summary>Nothing goes out.</summary>
    Out,
}
