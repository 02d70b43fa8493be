using Inventory.Decisions;
using Inventory.Ledger;

namespace Inventory.Testing.Storage;

/// <summary>
/// A batch that is decided and complete, with the records of its commands: what a store is given to write.
/// </summary>
internal sealed record PreparedBatch(CommitBatch Batch, IReadOnlyList<CommandRecord> Commands);
