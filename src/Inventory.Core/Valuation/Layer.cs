using Inventory.Ledger;

namespace Inventory.Valuation;

/// <summary>What one receipt brought into a book: a stretch of the FIFO curve.</summary>
/// <param name="Book">The book's number.</param>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Key">The entry that brought it, which is also its place in the queue.</param>
/// <param name="Quantity">Units that entered the queue, in steps of the base unit.</param>
/// <param name="Value">What they cost, at the ledger's cost scale.</param>
public readonly record struct Layer(int Book, int Sku, EntryKey Key, long Quantity, long Value);
