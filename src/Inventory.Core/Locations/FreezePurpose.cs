namespace Inventory.Locations;

/// <summary>What a freeze is for; it decides whether stock may be counted meanwhile.</summary>
public enum FreezePurpose
{
    /// <summary>A count of what lies there, which goes on.</summary>
    Count,

    /// <summary>An audit; what it counts is posted.</summary>
    Audit,

    /// <summary>An incident, such as a spill or a theft: nobody counts either.</summary>
    Incident,
}
