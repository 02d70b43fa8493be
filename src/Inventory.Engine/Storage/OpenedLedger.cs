using Inventory.Ledger;
using Inventory.Valuation;

namespace Inventory.Storage;

/// <summary>A ledger as a store found or made it.</summary>
/// <param name="State">Its settings and counters.</param>
/// <param name="Books">Its books, by number.</param>
/// <param name="NewBooks">The numbers of books that were added to existing history and have yet to be built.</param>
public sealed record OpenedLedger(LedgerState State, IReadOnlyList<BookDefinition> Books, IReadOnlyList<int> NewBooks);
