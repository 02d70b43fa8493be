namespace Inventory.Ledger;

/// <summary>A reservation, named by the command that made it.</summary>
/// <param name="Commit">The commit of that command; 0 inside the commit that makes it.</param>
/// <param name="Ordinal">That command's place in its commit.</param>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Pool">The pool's number.</param>
/// <param name="Held">Units still held, in steps of the base unit.</param>
public sealed record ReservationState(long Commit, int Ordinal, int Sku, int Pool, long Held);
