using Inventory.Ledger;

namespace Inventory.History;

/// <summary>A SKU's open block, as far as it is known without reading.</summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Sequence">The SKU's last entry.</param>
/// <param name="Count">How many entries lie in the block.</param>
/// <param name="Entries">All of them, in order, or null.</param>
internal readonly record struct OpenBlock(int Sku, long Sequence, int Count, List<Entry>? Entries);
