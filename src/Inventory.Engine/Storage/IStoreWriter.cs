using Inventory.Decisions;
using Inventory.Ledger;

namespace Inventory.Storage;

/// <summary>
/// The one write transaction. It reads what it has written. Disposed without a commit it leaves no trace.
/// </summary>
/// <remarks>Not safe for use from several threads.</remarks>
public interface IStoreWriter : IStoreReader, IHistoryWriter
{
    /// <summary>Writes a batch under its guards: all of it or nothing.</summary>
    /// <remarks>
    /// In this order: the catalogue version must be the expected one and the last commit not later than the batch;
    /// every head must be at its expected sequence, and both streams of the SKUs in
    /// <see cref="CommitBatch.Versions"/> where they are expected; totals of ended holds must be just what is settled;
    /// every position must keep its sufficiency, with nothing committed, held or backordered below zero; every leg of
    /// a reservation must be as its change was decided on, and as much bound to orders at every balance as then
    /// (<see cref="CommitBatch.ExpectedAllocated"/>). Then entries, promise entries (which get their sequence
    /// and check), balances, lots, totals of holds, allocations, legs (where commit 0 becomes this commit, in their
    /// promise entries too), reversals, master data and the command records are written under the next
    /// commit number. The entries that are not late are added to their SKU's count of the open block.
    /// </remarks>
    /// <param name="batch">The batch.</param>
    /// <param name="commands">The commands' records, in order of their ordinals; their commit is the next one.</param>
    /// <returns>False when a guard failed: the transaction is then good for nothing but disposal.</returns>
    /// <exception cref="ArgumentException">
    /// A command has another commit than the next, or another ordinal than its place in the list.
    /// </exception>
    /// <exception cref="InventoryStoreException">
    /// The database failed, or a command key exists already (<see cref="DuplicateCommandException"/>).
    /// </exception>
    ValueTask<bool> TryWriteAsync(CommitBatch batch, IReadOnlyList<CommandRecord> commands);

    /// <summary>Marks a book that was added to existing history as built.</summary>
    /// <param name="book">The book's number.</param>
    /// <returns>When it is written.</returns>
    ValueTask MarkBookBuiltAsync(int book);

    /// <summary>Replaces every mutable row of one SKU; the streams stay as they are.</summary>
    /// <param name="projections">The rows.</param>
    /// <returns>When they are replaced.</returns>
    ValueTask ReplaceProjectionsAsync(SkuProjections projections);

    /// <summary>Adds commands to be applied later, each under the next number.</summary>
    /// <param name="rows">The rows in their order; their numbers are not looked at.</param>
    /// <returns>When they are written.</returns>
    ValueTask AddInboxAsync(IReadOnlyList<InboxRow> rows);

    /// <summary>Overwrites rows of the inbox that are still there; others are left out.</summary>
    /// <param name="rows">The rows, by their numbers.</param>
    /// <returns>When they are written.</returns>
    ValueTask PutInboxAsync(IReadOnlyList<InboxRow> rows);

    /// <summary>Deletes rows of the inbox. Their numbers are not given again.</summary>
    /// <param name="numbers">The rows' numbers; unknown ones are left out.</param>
    /// <returns>How many were there.</returns>
    ValueTask<int> RemoveInboxAsync(IReadOnlyCollection<long> numbers);

    /// <summary>Makes everything durable.</summary>
    /// <returns>When it is durable.</returns>
    /// <exception cref="CommitOutcomeUnknownException">The answer was lost: it may or may not be durable.</exception>
    /// <exception cref="InventoryStoreException">Nothing was written.</exception>
    ValueTask CommitAsync();
}
