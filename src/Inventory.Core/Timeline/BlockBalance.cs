using Inventory.Ledger;

namespace Inventory.Timeline;

/// <summary>
/// What one closed block did at one spot, all lots together; only spots that the block touches have one.
/// </summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Spot">The place, status, owner and grade; own places only, and no lot.</param>
/// <param name="Start">Where the block begins.</param>
/// <param name="Before">Units there before the block's first entry.</param>
/// <param name="Net">What the block's entries change.</param>
/// <param name="Low">The fewest units there after any entry of the block.</param>
public readonly record struct BlockBalance(
    int Sku, Spot Spot, EntryKey Start, long Before, long Net, long Low);
