using Inventory.Ledger;

namespace Inventory.Valuation;

/// <summary>Units taken out of one named layer past the queue, because the receipt itself was reversed.</summary>
/// <param name="Book">The book's number.</param>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Layer">The layer's place in the queue.</param>
/// <param name="Key">The entry that took them.</param>
/// <param name="Quantity">Units taken, in steps of the base unit.</param>
public readonly record struct LayerTake(int Book, int Sku, EntryKey Layer, EntryKey Key, long Quantity);
