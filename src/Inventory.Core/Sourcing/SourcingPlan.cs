namespace Inventory.Sourcing;

/// <summary>Where the lines of an order are shipped from.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Shipments">By site, in the order of the policy, then by line.</param>
/// <param name="Missing">What of each line no site has.</param>
public sealed record SourcingPlan(IReadOnlyList<SourcedUnits> Shipments, IReadOnlyList<long> Missing)
{
    /// <summary>Whether every line is shipped wholly.</summary>
    public bool IsWhole => Missing.All(units => units == 0);

    /// <summary>How many sites ship something.</summary>
    public int Parcels => Shipments.Select(shipment => shipment.Site).Distinct().Count();
}
