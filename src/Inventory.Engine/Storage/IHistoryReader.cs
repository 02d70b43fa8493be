using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Timeline;
using Inventory.Valuation;

namespace Inventory.Storage;

/// <summary>
/// The part of a store that answers questions about the past: entries, blocks and what books know of them.
/// </summary>
public interface IHistoryReader
{
    /// <summary>Locations by number.</summary>
    /// <param name="numbers">Numbers.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<Location>> GetLocationsAsync(IReadOnlyCollection<int> numbers);

    /// <summary>Entries by their place in time.</summary>
    /// <param name="keys">SKUs and places in time.</param>
    /// <returns>Those found.</returns>
    ValueTask<IReadOnlyList<Entry>> GetEntriesAsync(IReadOnlyCollection<(int Sku, EntryKey Key)> keys);

    /// <summary>Entries of a SKU in effective order.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="from">The first place in time, included.</param>
    /// <param name="before">The last place in time, excluded.</param>
    /// <returns>The entries, read as they are consumed.</returns>
    IAsyncEnumerable<Entry> ReadEntriesAsync(int sku, EntryKey from, EntryKey before);

    /// <summary>The closed block that a place in time falls into, and where the next one begins.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="at">The place in time.</param>
    /// <returns>
    /// The last closed block that starts at or before it, and the start of the next closed one; nulls when there is
    /// none.
    /// </returns>
    ValueTask<(Block? Block, EntryKey? Next)> FindBlockAsync(int sku, EntryKey at);

    /// <summary>The last block balance at a spot that starts at or before a place in time.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="spot">The spot; its lot is 0.</param>
    /// <param name="at">The place in time.</param>
    /// <returns>The balance; null when no closed block up to there touches the spot.</returns>
    ValueTask<BlockBalance?> FindBlockBalanceAsync(int sku, Spot spot, EntryKey at);

    /// <summary>A book's last checkpoint at or before a place in time.</summary>
    /// <param name="book">The book's number.</param>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="at">The place in time.</param>
    /// <returns>The checkpoint; null when there is none, and the book begins empty.</returns>
    ValueTask<Checkpoint?> FindCheckpointAsync(int book, int sku, EntryKey at);

    /// <summary>What a specific book knew of lots last, at or before a place in time.</summary>
    /// <param name="book">The book's number.</param>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="lots">The lots' numbers.</param>
    /// <param name="at">The place in time.</param>
    /// <returns>One row for each lot that has any; the others begin empty.</returns>
    ValueTask<IReadOnlyList<LotCost>> FindLotCostsAsync(int book, int sku, IReadOnlyCollection<long> lots, EntryKey at);

    /// <summary>Layers of a FIFO book, in order of the queue.</summary>
    /// <param name="book">The book's number.</param>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="from">The first layer, included.</param>
    /// <param name="before">The end, excluded.</param>
    /// <returns>The layers, read as they are consumed.</returns>
    IAsyncEnumerable<Layer> ReadLayersAsync(int book, int sku, EntryKey from, EntryKey before);

    /// <summary>Units taken past the queue, of layers from one on and by entries before another.</summary>
    /// <param name="book">The book's number.</param>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="fromLayer">The first layer, included.</param>
    /// <param name="before">Takes by entries before this place in time.</param>
    /// <returns>The takes, read as they are consumed.</returns>
    IAsyncEnumerable<LayerTake> ReadTakesAsync(int book, int sku, EntryKey fromLayer, EntryKey before);
}
