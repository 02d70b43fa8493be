using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.Books;

/// <summary>Opens a book's fold at any place in time: the last checkpoint before it, and the entries since.</summary>
/// <remarks>Reads one block of entries at most, and only as many layers as the fold will need.</remarks>
internal sealed class BookKeeper(LocationDirectory locations)
{
    // What is undone takes its own layer, however far behind the front of the queue that is.
    private const long AllLayers = long.MaxValue / 4;

    // A window that holds just what one issue needs would be too small for the next.
    private const int LayersMin = 64;

    /// <summary>A book just before a place in time, with what it needs for what lies ahead.</summary>
    public async ValueTask<BookFold> OpenAsync(IHistoryReader reader, BookDefinition book, int sku, EntryKey at,
        BookReach ahead)
    {
        var checkpoint = await reader.FindCheckpointAsync(book.Number, sku, at).ConfigureAwait(false);
        var entries = await EntriesAsync(reader, sku, checkpoint?.Start ?? EntryKey.Start, at).ConfigureAwait(false);
        return await OpenAsync(reader, book, sku, checkpoint, entries, ahead).ConfigureAwait(false);
    }

    /// <summary>Folds the next entry and returns what it cost.</summary>
    public ValueTask<long?> FoldAsync(IHistoryReader reader, BookDefinition book, BookFold fold, Entry entry) =>
        FoldAsync(reader, book, fold, entry, fold.Direction(entry));

    /// <summary>
    /// Takes the inline book of a SKU on from where the store has it over entries that are not stored yet, and whose
    /// places need not be either.
    /// </summary>
    public async ValueTask<BookFold> OpenAsync(
        IHistoryReader reader, Stock stock, int sku, IReadOnlyList<Entry> added, long cover)
    {
        var reach = ReachOf(added, stock.Direction);
        var fold = await OpenAsync(
            reader, stock.InlineBook!, sku, EntryKey.End, reach with { Outflow = cover + reach.Outflow })
            .ConfigureAwait(false);
        foreach (var entry in added)
        {
            await FoldAsync(reader, stock.InlineBook!, fold, entry, stock.Direction(entry)).ConfigureAwait(false);
        }

        return fold;
    }

    /// <summary>
    /// Puts lots into an inline specific book that it has not met yet. None of what the store does not have yet
    /// moved them, or the book would hold them.
    /// </summary>
    public static async ValueTask PutLotsAsync(
        IHistoryReader reader, BookDefinition book, int sku, SpecificFold fold, IReadOnlyCollection<long> lots) =>
        fold.Put(lots, await reader.FindLotCostsAsync(book.Number, sku, lots, EntryKey.End).ConfigureAwait(false));

    /// <summary>
    /// What a stretch of entries needs of a book. What leaves own stock is more than there can be when an undone
    /// receipt leaves.
    /// </summary>
    public BookReach ReachOf(IReadOnlyCollection<Entry> entries) => ReachOf(
        entries, entry => IsOurs(entry.To).CompareTo(IsOurs(entry.From)));

    /// <summary>The entries of a stretch, with the locations they name known.</summary>
    public async ValueTask<List<Entry>> EntriesAsync(IHistoryReader reader, int sku, EntryKey from, EntryKey before,
        int limit = int.MaxValue)
    {
        var entries = new List<Entry>();
        await foreach (var entry in reader.ReadEntriesAsync(sku, from, before).ConfigureAwait(false))
        {
            entries.Add(entry);
            if (entries.Count == limit)
            {
                break;
            }
        }

        await locations.EnsureAsync(reader, entries).ConfigureAwait(false);
        return entries;
    }

    private bool IsOurs(Spot spot) => locations[spot.Place].IsOwn && spot.Owner == 0;

    private static BookReach ReachOf(IReadOnlyCollection<Entry> entries, Func<Entry, int> direction)
    {
        if (entries.Count == 0)
        {
            return BookReach.Nothing;
        }

        var (outflow, lots) = (0L, new HashSet<long>());
        foreach (var entry in entries)
        {
            var way = direction(entry);
            if (way < 0)
            {
                outflow = entry.Reverses == 0 && outflow != AllLayers ? outflow + entry.Quantity : AllLayers;
            }

            if (way != 0)
            {
                lots.Add(way > 0 ? entry.To.Lot : entry.From.Lot);
            }
        }

        return new BookReach(outflow, lots);
    }

    private async ValueTask<long?> FoldAsync(
        IHistoryReader reader, BookDefinition book, BookFold fold, Entry entry, int direction)
    {
        long? original = null;
        if (entry.Reverses != 0 && direction > 0)
        {
            // The inline book keeps what it posted; the others look up what the same units had cost in them.
            original = book.IsInline && entry.Cost is { } posted
                ? posted
                : await OriginalCostAsync(reader, book, entry).ConfigureAwait(false);
        }

        return fold.Fold(entry, direction, original);
    }

    private async ValueTask<BookFold> OpenAsync(
        IHistoryReader reader, BookDefinition book, int sku, Checkpoint? checkpoint, List<Entry> entries,
        BookReach ahead)
    {
        var state = checkpoint?.State ?? BookState.Empty;
        var start = checkpoint?.Start ?? EntryKey.Start;
        var reach = ReachOf(entries);
        BookFold fold = book.Method switch
        {
            CostMethod.Fifo => await WindowAsync(reader, book.Number, sku, state, start, ahead.Outflow + reach.Outflow)
                .ConfigureAwait(false),
            CostMethod.Specific => await LotsAsync(
                reader, book.Number, sku, state, start, [.. ahead.Lots.Union(reach.Lots)]).ConfigureAwait(false),
            _ => new AverageFold(state, number => locations[number]),
        };
        foreach (var entry in entries)
        {
            await FoldAsync(reader, book, fold, entry).ConfigureAwait(false);
        }

        return fold;
    }

    private async ValueTask<SpecificFold> LotsAsync(
        IHistoryReader reader, int book, int sku, BookState state, EntryKey at, List<long> lots)
    {
        var fold = new SpecificFold(state, number => locations[number]);
        fold.Put(lots, await reader.FindLotCostsAsync(book, sku, lots, at).ConfigureAwait(false));
        return fold;
    }

    private async ValueTask<FifoFold> WindowAsync(
        IHistoryReader reader, int book, int sku, BookState state, EntryKey before, long cover)
    {
        var takes = new List<LayerTake>();
        await foreach (var take in reader.ReadTakesAsync(book, sku, state.Front, before).ConfigureAwait(false))
        {
            takes.Add(take);
        }

        var layers = new List<Layer>();
        var complete = true;
        cover += state.FrontTaken + takes.Sum(take => take.Quantity);
        await foreach (var layer in reader.ReadLayersAsync(book, sku, state.Front, before).ConfigureAwait(false))
        {
            if (cover <= 0 && layers.Count >= LayersMin)
            {
                complete = false;
                break;
            }

            layers.Add(layer);
            cover -= layer.Quantity;
        }

        return new FifoFold(book, state, number => locations[number], layers, takes, complete);
    }

    private async ValueTask<long> OriginalCostAsync(IHistoryReader reader, BookDefinition book, Entry reversal)
    {
        var key = new EntryKey(reversal.ReversesEffective, reversal.Reverses);
        var found = await reader.GetEntriesAsync([(reversal.Sku, key)]).ConfigureAwait(false);
        if (found is not [var original])
        {
            throw new InventoryCorruptionException(
                $"Entry {reversal.Sequence} of SKU number {reversal.Sku} reverses entry {reversal.Reverses}, which does not exist.");
        }

        await locations.EnsureAsync(reader, found).ConfigureAwait(false);
        var fold = await OpenAsync(reader, book, reversal.Sku, key, ReachOf(found)).ConfigureAwait(false);
        var cost = await FoldAsync(reader, book, fold, original).ConfigureAwait(false) ?? 0;
        return Split.Prefix(cost, reversal.Quantity, original.Quantity);
    }
}
