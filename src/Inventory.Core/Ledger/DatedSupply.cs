namespace Inventory.Ledger;

/// <summary>
/// What is sellable of a position until one removal day: lots that are removed together count together.
/// </summary>
/// <remarks>What is never removed, or of no lot, is only in <see cref="Position.Sellable"/>.</remarks>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Key">The pool, owner and grade.</param>
/// <param name="Removal">The removal day, as the number yyyymmdd.</param>
/// <param name="Quantity">Units, in steps of the base unit; not zero.</param>
public readonly record struct DatedSupply(int Sku, PositionKey Key, int Removal, long Quantity);
