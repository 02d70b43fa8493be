namespace Inventory.Sourcing;

/// <summary>Which sites an order is shipped from.</summary>
/// <remarks>Sites that are the same by a policy come in the order of their priority, then as they were given.</remarks>
public enum SourcingPolicy
{
    /// <summary>As much as possible from the site of the lowest priority number, the rest from the next.</summary>
    Priority,

    /// <summary>As much as possible from the nearest site, the rest from the next.</summary>
    Distance,

    /// <summary>As much as possible from the site that ships longest today, the rest from the next.</summary>
    LatestCutOff,

    /// <summary>From as few sites as any choice needs.</summary>
    FewestParcels,

    /// <summary>From the sites whose parcels, with the penalty for each beyond the first, cost least.</summary>
    LeastCost,
}
