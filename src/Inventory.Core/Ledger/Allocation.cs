namespace Inventory.Ledger;

/// <summary>
/// Committed units of a reservation that are bound to goods at a spot: which of the goods will be shipped.
/// </summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Leg">The leg of the reservation.</param>
/// <param name="Spot">Where the goods lie, and of which lot; sellable ones of the leg's position.</param>
/// <param name="IsPicked">Whether they have been picked for the order.</param>
/// <param name="Units">How many, in steps of the base unit; more than zero.</param>
public readonly record struct Allocation(int Sku, LegKey Leg, Spot Spot, bool IsPicked, long Units)
{
    /// <summary>What it is known by: there is one of each.</summary>
    public (LegKey Leg, Spot Spot, bool IsPicked) Key => (Leg, Spot, IsPicked);
}
