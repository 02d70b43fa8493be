namespace Inventory.Sourcing;

/// <summary>How sites are chosen.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Policy">Which sites an order is shipped from.</param>
/// <param name="Now">
/// The instant of the choice, in microseconds since 1970: sites past their cut-off are left out.
/// </param>
public sealed record SourcingRule(SourcingPolicy Policy, long Now)
{
    /// <summary>What each parcel beyond the first costs on top of its own, 0 or more, as the sites' costs.</summary>
    public long SplitPenalty { get; init; }

    /// <summary>Whether the policy weighs whole choices of sites, instead of going through them in order.</summary>
    public bool WeighsChoices => Policy is SourcingPolicy.FewestParcels or SourcingPolicy.LeastCost;
}
