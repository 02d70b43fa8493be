using Inventory.Valuation;

namespace Inventory.Storage.Memory;

/// <summary>A book of a ledger, and whether it has been built up to the ledger's end.</summary>
internal sealed record BookRow(Checked<BookDefinition> Book, bool IsBuilt);
