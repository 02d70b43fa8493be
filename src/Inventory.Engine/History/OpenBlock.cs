namespace Inventory.History;

/// <summary>How full a SKU's open block is.</summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Sequence">The SKU's last entry.</param>
/// <param name="Entries">How many entries lie in the open block.</param>
internal readonly record struct OpenBlock(int Sku, long Sequence, int Entries);
