using Inventory.Days;
using Inventory.Ledger;
using Inventory.Timeline;
using Inventory.Valuation;

namespace Inventory.Storage;

/// <summary>
/// The part of a store that keeps what follows the ledger: blocks, daily totals and the books' checkpoints.
/// </summary>
public interface IHistoryWriter : IHistoryReader
{
    /// <summary>Sets where a SKU's open block begins and how many entries lie in it.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="start">Where it begins.</param>
    /// <param name="entries">How many entries lie in it.</param>
    /// <returns>When it is written.</returns>
    ValueTask PutOpenBlockAsync(int sku, EntryKey start, int entries);

    /// <summary>
    /// Writes or overwrites a closed block with its balances; balances of this start that are not given are deleted.
    /// </summary>
    /// <param name="block">The block.</param>
    /// <param name="balances">Its balances.</param>
    /// <returns>When it is written.</returns>
    ValueTask PutBlockAsync(Block block, IReadOnlyList<BlockBalance> balances);

    /// <summary>
    /// Adds to <see cref="BlockBalance.Before"/> and <see cref="BlockBalance.Low"/> at one spot
    /// of all blocks after one.
    /// </summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="spot">The spot; its lot is 0.</param>
    /// <param name="after">Blocks that start after it.</param>
    /// <param name="change">What to add.</param>
    /// <returns>When it is written.</returns>
    ValueTask ShiftBlocksAsync(int sku, Spot spot, EntryKey after, long change);

    /// <summary>Adds to daily totals.</summary>
    /// <param name="totals">What to add.</param>
    /// <returns>When it is written.</returns>
    ValueTask AddDaysAsync(IReadOnlyCollection<DayTotal> totals);

    /// <summary>Writes a book's checkpoint, new layers and takes, and the lots that have changed.</summary>
    /// <param name="checkpoint">The checkpoint.</param>
    /// <param name="layers">New layers.</param>
    /// <param name="takes">New takes.</param>
    /// <param name="lots">What the book knows of lots at the checkpoint.</param>
    /// <returns>When it is written.</returns>
    ValueTask PutCheckpointAsync(
        Checkpoint checkpoint, IReadOnlyList<Layer> layers, IReadOnlyList<LayerTake> takes,
        IReadOnlyList<LotCost> lots);

    /// <summary>
    /// Deletes what a book knows of a SKU from a place in time on: checkpoints and lots after it, layers and takes
    /// by entries from it on.
    /// </summary>
    /// <param name="book">The book's number.</param>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="from">The place in time.</param>
    /// <returns>When it is deleted.</returns>
    ValueTask CutBookAsync(int book, int sku, EntryKey from);
}
