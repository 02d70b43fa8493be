namespace Inventory.Ledger;

/// <summary>A change of a position that commutes with others, guarded by sufficiency instead of by a version.</summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Key">The pool, owner and grade.</param>
/// <param name="Quantities">Change of <see cref="Position.Quantities"/>.</param>
/// <param name="Committed">Change of <see cref="Position.Committed"/>.</param>
/// <param name="Held">Change of <see cref="Position.Held"/>.</param>
/// <param name="Backordered">Change of <see cref="Position.Backordered"/>.</param>
/// <param name="AtLeast">
/// What <see cref="Position.Available"/> must be afterwards, else nothing of the commit is written; null guards
/// nothing.
/// </param>
/// <param name="Waiting">
/// What <see cref="Position.Backordered"/> must be before, where units become free: who came in line meanwhile must be
/// served. Null guards nothing.
/// </param>
public readonly record struct PositionChange(
    int Sku, PositionKey Key, StatusQuantities Quantities, long Committed, long Held, long Backordered, long? AtLeast,
    long? Waiting = null);
