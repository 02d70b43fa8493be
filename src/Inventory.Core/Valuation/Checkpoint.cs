using Inventory.Ledger;

namespace Inventory.Valuation;

/// <summary>A book's state of one SKU just before a block begins.</summary>
/// <param name="Book">The book's number.</param>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Start">Where the block begins.</param>
/// <param name="State">The state there.</param>
public sealed record Checkpoint(int Book, int Sku, EntryKey Start, BookState State);
