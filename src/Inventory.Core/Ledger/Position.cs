namespace Inventory.Ledger;

/// <summary>
/// What one pool has of one SKU, owner and grade, and what of it is promised. The one contended row, under which
/// balances are written.
/// </summary>
/// <remarks>Quantities in steps of the base unit.</remarks>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Key">The pool, owner and grade.</param>
/// <param name="Quantities">Units there, by status.</param>
/// <param name="Committed">Units promised to placed orders.</param>
/// <param name="Held">
/// Units promised to holders, those included whose time is over and has not been settled: see
/// <see cref="HoldTotal"/>.
/// </param>
/// <param name="Backordered">Units that accepted orders wait for; they are promised to nobody yet.</param>
public readonly record struct Position(
    int Sku, PositionKey Key, StatusQuantities Quantities, long Committed = 0, long Held = 0, long Backordered = 0)
{
    /// <summary>Units in any status.</summary>
    public long OnHand => Quantities.Total;

    /// <summary>Units in status available.</summary>
    public long Sellable => Quantities.Available;

    /// <summary>Units that are not promised; negative is a shortage of what is.</summary>
    public long Free => Sellable - Committed - Held;

    /// <summary>Units that can still be promised to somebody new: those who wait come first.</summary>
    public long Available => Free - Backordered;
}
