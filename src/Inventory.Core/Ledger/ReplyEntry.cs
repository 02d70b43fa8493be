namespace Inventory.Ledger;

/// <summary>One entry of an answer.</summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Key">The entry's place in time.</param>
/// <param name="Quantity">Steps moved.</param>
/// <param name="Cost">
/// What it cost in the inline book, at the ledger's cost scale: what came in or went out; null when there is no
/// inline book, the entry is a late issue, or no value crossed the border of own stock.
/// </param>
public readonly record struct ReplyEntry(int Sku, EntryKey Key, long Quantity, long? Cost);
