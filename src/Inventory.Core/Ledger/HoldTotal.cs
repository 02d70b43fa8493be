namespace Inventory.Ledger;

/// <summary>What is held of a position until one instant: holds that end together are counted together.</summary>
/// <remarks>
/// A hold counts while now is before <see cref="Expires"/>, whether or not anything runs then. Whoever writes to the
/// position afterwards settles the total: takes it out of <see cref="Position.Held"/> and removes it.
/// </remarks>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Key">The pool, owner and grade.</param>
/// <param name="Expires">When the holds end, in microseconds since 1970.</param>
/// <param name="Held">Units, more than zero.</param>
public readonly record struct HoldTotal(int Sku, PositionKey Key, long Expires, long Held);
