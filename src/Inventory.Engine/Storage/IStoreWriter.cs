using Inventory.Days;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Timeline;
using Inventory.Valuation;

namespace Inventory.Storage;

/// <summary>The one write transaction. It reads what it has written. Disposed without a commit it leaves no trace.</summary>
/// <remarks>Not safe for use from several threads.</remarks>
public interface IStoreWriter : IStoreReader
{
    /// <summary>Writes a batch under its guards: all of it or nothing.</summary>
    /// <remarks>
    /// In this order: the catalogue version must be the expected one and the last commit not later than the batch; every head must be
    /// at its expected sequence; every position must keep its sufficiency. Then entries, promise entries (which get their sequence and
    /// check), balances, lots, reservations (one with commit 0 gets this commit), reversals, master data and the command records are
    /// written under the next commit number. The entries that are not late are added to their SKU's count of the open block.
    /// </remarks>
    /// <param name="batch">The batch.</param>
    /// <param name="commands">The commands' records, in order of their ordinals; their commit is the next one.</param>
    /// <returns>False when a guard failed: the transaction is then good for nothing but disposal.</returns>
    /// <exception cref="InventoryStoreException">The database failed, or a command key exists already (<see cref="DuplicateCommandException"/>).</exception>
    ValueTask<bool> TryWriteAsync(CommitBatch batch, IReadOnlyList<CommandRecord> commands);

    /// <summary>Sets where a SKU's open block begins and how many entries lie in it.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="entries">How many entries lie in it.</param>
    /// <returns>When it is written.</returns>
    ValueTask PutOpenBlockAsync(int sku, EntryKey start, int entries);

    /// <summary>Writes or overwrites a closed block with its balances; balances of this start that are not given are deleted.</summary>
    /// <param name="block">The block.</param>
    /// <param name="balances">Its balances.</param>
    /// <returns>When it is written.</returns>
    ValueTask PutBlockAsync(Block block, IReadOnlyList<BlockBalance> balances);

    /// <summary>Adds to <see cref="BlockBalance.Before"/> and <see cref="BlockBalance.Low"/> of all blocks after one.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="place">The place's number.</param>
    /// <param name="status">The status.</param>
    /// <param name="after">Blocks that start after it.</param>
    /// <param name="change">What to add.</param>
    /// <returns>When it is written.</returns>
    ValueTask ShiftBlocksAsync(int sku, int place, StockStatus status, EntryKey after, long change);

    /// <summary>Adds to daily totals.</summary>
    /// <param name="totals">What to add.</param>
    /// <returns>When it is written.</returns>
    ValueTask AddDaysAsync(IReadOnlyCollection<DayTotal> totals);

    /// <summary>Writes a book's checkpoint, new layers and takes.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="layers">New layers.</param>
    /// <param name="takes">New takes.</param>
    /// <returns>When it is written.</returns>
    ValueTask PutCheckpointAsync(Checkpoint checkpoint, IReadOnlyList<Layer> layers, IReadOnlyList<LayerTake> takes);

    /// <summary>Deletes what a book knows of a SKU from a place in time on: checkpoints after it, layers and takes by entries from it on.</summary>
    /// <param name="book">The book's number.</param>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="from">The place in time.</param>
    /// <returns>When it is deleted.</returns>
    ValueTask CutBookAsync(int book, int sku, EntryKey from);

    /// <summary>Marks a book that was added to existing history as built.</summary>
    /// <param name="book">The book's number.</param>
    /// <returns>When it is written.</returns>
    ValueTask MarkBookBuiltAsync(int book);

    /// <summary>Replaces every mutable row of one SKU; the streams stay as they are.</summary>
    /// <param name="projections">The rows.</param>
    /// <returns>When they are replaced.</returns>
    ValueTask ReplaceProjectionsAsync(SkuProjections projections);

    /// <summary>Makes everything durable.</summary>
    /// <returns>When it is durable.</returns>
    /// <exception cref="CommitOutcomeUnknownException">The answer was lost: it may or may not be durable.</exception>
    /// <exception cref="InventoryStoreException">Nothing was written.</exception>
    ValueTask CommitAsync();
}
