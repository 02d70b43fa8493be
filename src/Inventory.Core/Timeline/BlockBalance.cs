using Inventory.Ledger;
using Inventory.Movements;

namespace Inventory.Timeline;

/// <summary>What one closed block did at one place and status; only places that the block touches have one.</summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Place">The place's number; own places only.</param>
/// <param name="Status">The status.</param>
/// <param name="Start">Where the block begins.</param>
/// <param name="Before">Units there before the block's first entry.</param>
/// <param name="Net">What the block's entries change.</param>
/// <param name="Low">The fewest units there after any entry of the block.</param>
public readonly record struct BlockBalance(
    int Sku, int Place, StockStatus Status, EntryKey Start, long Before, long Net, long Low);
