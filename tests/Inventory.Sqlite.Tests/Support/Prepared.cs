using Inventory.Decisions;
using Inventory.Ledger;

namespace Inventory.Sqlite.Tests.Support;

/// <summary>A decided batch, ready to be written.</summary>
internal sealed record Prepared(CommitBatch Batch, IReadOnlyList<CommandRecord> Records);
