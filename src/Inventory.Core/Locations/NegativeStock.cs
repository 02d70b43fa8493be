namespace Inventory.Locations;

/// <summary>How far stock may fall below zero at a location.</summary>
public enum NegativeStock
{
    /// <summary>Never, at no instant.</summary>
    Forbid,

    /// <summary>Down to a limit per SKU, lot and status, in steps of the base unit.</summary>
    AllowToLimit,

    /// <summary>Without a limit.</summary>
    Allow,
}
