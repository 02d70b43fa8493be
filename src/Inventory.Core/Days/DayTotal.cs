using Inventory.Movements;

namespace Inventory.Days;

/// <summary>What one kind of movement did to one pool's stock of a SKU on one business date.</summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Pool">The pool's number.</param>
/// <param name="Date">The business date, as the number yyyymmdd.</param>
/// <param name="Kind">The kind of movement.</param>
/// <param name="In">Units that came into the pool, in steps of the base unit.</param>
/// <param name="Out">Units that left the pool.</param>
/// <param name="CostIn">The stated cost of what came in, at the ledger's cost scale.</param>
/// <param name="Entries">How many entries make the totals; an entry between two pools counts in both.</param>
public readonly record struct DayTotal(
    int Sku, int Pool, int Date, MovementKind Kind, long In, long Out, long CostIn, int Entries)
{
    /// <summary>Both totals together; they belong to one SKU, pool, date and kind.</summary>
    /// <param name="other">The other total.</param>
    /// <returns>The sum.</returns>
    public DayTotal Plus(DayTotal other) => this with
    {
        In = In + other.In,
        Out = Out + other.Out,
        CostIn = CostIn + other.CostIn,
        Entries = Entries + other.Entries,
    };
}
