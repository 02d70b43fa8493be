namespace Inventory.Ledger;

/// <summary>
/// What one pool has of one SKU, and what of it is promised. The one contended row, under which balances are written.
/// </summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Pool">The pool's number.</param>
/// <param name="OnHand">Units in any status, in steps of the base unit.</param>
/// <param name="Sellable">Units in status available.</param>
/// <param name="Committed">Units promised to placed orders.</param>
/// <param name="Held">Units promised to holders.</param>
public readonly record struct Position(int Sku, int Pool, long OnHand, long Sellable, long Committed, long Held)
{
    /// <summary>Units that can still be promised; negative is a shortage.</summary>
    public long Available => Sellable - Committed - Held;
}
