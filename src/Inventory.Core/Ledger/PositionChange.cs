namespace Inventory.Ledger;

/// <summary>A change of a position that commutes with others, guarded by sufficiency instead of by a version.</summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Pool">The pool's number.</param>
/// <param name="OnHand">Change of <see cref="Position.OnHand"/>.</param>
/// <param name="Sellable">Change of <see cref="Position.Sellable"/>.</param>
/// <param name="Committed">Change of <see cref="Position.Committed"/>.</param>
/// <param name="Held">Change of <see cref="Position.Held"/>.</param>
/// <param name="AtLeast">
/// What must be available afterwards, else nothing of the commit is written; null guards nothing.
/// </param>
public readonly record struct PositionChange(
    int Sku, int Pool, long OnHand, long Sellable, long Committed, long Held, long? AtLeast);
