using Inventory.Days;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Storage;
using Inventory.Timeline;
using Inventory.Valuation;

namespace Inventory.Verification;

/// <summary>What follows one SKU's ledger, in memory, while the ledger is replayed.</summary>
internal sealed class ReplayHistory : IHistoryWriter
{
    private readonly OrderedRows<EntryKey, Entry> _entries = new();
    private readonly OrderedRows<EntryKey, Block> _blocks = new();
    private readonly Dictionary<Spot, OrderedRows<EntryKey, BlockBalance>> _balances = [];
    private readonly Dictionary<int, OrderedRows<EntryKey, Checkpoint>> _checkpoints = [];
    private readonly Dictionary<int, OrderedRows<EntryKey, Layer>> _layers = [];
    private readonly Dictionary<int, OrderedRows<EntryKey, LayerTake>> _takes = [];
    private readonly Dictionary<(int Book, long Lot), OrderedRows<EntryKey, LotCost>> _lotCosts = [];
    private readonly Dictionary<(int Pool, int Date, MovementKind Kind), DayTotal> _days = [];

    public (EntryKey Start, int Entries) OpenBlock { get; set; } = (EntryKey.Start, 0);

    public IReadOnlyList<DayTotal> Days => [.. _days.OrderBy(pair => pair.Key).Select(pair => pair.Value)];

    public IReadOnlyList<Block> Blocks => [.. _blocks.All];

    public IReadOnlyList<BlockBalance> BlockBalances =>
        [.. _balances
            .OrderBy(pair => (pair.Key.Place, pair.Key.Status, pair.Key.Owner, pair.Key.Grade))
            .SelectMany(pair => pair.Value.All)];

    public IReadOnlyList<Checkpoint> Checkpoints =>
        [.. _checkpoints.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value.All)];

    public IReadOnlyList<Layer> Layers => [.. _layers.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value.All)];

    public IReadOnlyList<LayerTake> Takes =>
        [.. _takes.OrderBy(pair => pair.Key)
            .SelectMany(pair => pair.Value.All.OrderBy(take => (take.Layer, take.Key)))];

    public IReadOnlyList<LotCost> LotCosts =>
        [.. _lotCosts.OrderBy(pair => pair.Key).SelectMany(pair => pair.Value.All)];

    public void Add(Entry entry) => _entries.Put(entry.Key, entry);

    // The replay knows every location before it begins.
    public ValueTask<IReadOnlyList<Location>> GetLocationsAsync(IReadOnlyCollection<int> numbers) => new([]);

    public ValueTask<IReadOnlyList<Entry>> GetEntriesAsync(IReadOnlyCollection<(int Sku, EntryKey Key)> keys) =>
        new([.. keys.Where(key => _entries.Contains(key.Key)).Select(key => _entries[key.Key])]);

    public IAsyncEnumerable<Entry> ReadEntriesAsync(int sku, EntryKey from, EntryKey before) =>
        Stream(_entries.Range(from, before));

    public ValueTask<(Block? Block, EntryKey? Next)> FindBlockAsync(int sku, EntryKey at)
    {
        var index = _blocks.LastIndexAtOrBefore(at);
        Block? block = index < 0 ? null : _blocks.At(index);
        EntryKey? next = index + 1 < _blocks.Count ? _blocks.At(index + 1).Start : null;
        return new((block, next));
    }

    public ValueTask<BlockBalance?> FindBlockBalanceAsync(int sku, Spot spot, EntryKey at) => new(
        _balances.TryGetValue(spot, out var rows) && rows.LastIndexAtOrBefore(at) is >= 0 and var index
            ? rows.At(index)
            : (BlockBalance?)null);

    public ValueTask<Checkpoint?> FindCheckpointAsync(int book, int sku, EntryKey at) => new(
        _checkpoints.TryGetValue(book, out var rows) && rows.LastIndexAtOrBefore(at) is >= 0 and var index ? rows
            .At(index) : null);

    public ValueTask<IReadOnlyList<LotCost>> FindLotCostsAsync(
        int book, int sku, IReadOnlyCollection<long> lots, EntryKey at)
    {
        var found = new List<LotCost>();
        foreach (var lot in lots)
        {
            if (_lotCosts.TryGetValue((book, lot), out var rows) && rows.LastIndexAtOrBefore(at) is >= 0 and var index)
            {
                found.Add(rows.At(index));
            }
        }

        return new(found);
    }

    public IAsyncEnumerable<Layer> ReadLayersAsync(int book, int sku, EntryKey from, EntryKey before) =>
        Stream(Of(_layers, book).Range(from, before));

    public IAsyncEnumerable<LayerTake> ReadTakesAsync(int book, int sku, EntryKey fromLayer, EntryKey before) =>
        Stream(Of(_takes, book).Range(EntryKey.Start, before).Where(take => take.Layer >= fromLayer));

    public ValueTask PutOpenBlockAsync(int sku, EntryKey start, int entries)
    {
        OpenBlock = (start, entries);
        return ValueTask.CompletedTask;
    }

    public ValueTask PutBlockAsync(Block block, IReadOnlyList<BlockBalance> balances)
    {
        _blocks.Put(block.Start, block);
        foreach (var rows in _balances.Values)
        {
            rows.Remove(block.Start);
        }

        foreach (var balance in balances)
        {
            Of(_balances, balance.Spot).Put(balance.Start, balance);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ShiftBlocksAsync(int sku, Spot spot, EntryKey after, long change)
    {
        var rows = Of(_balances, spot);
        for (var i = rows.LastIndexAtOrBefore(after) + 1; i < rows.Count; i++)
        {
            var row = rows.At(i);
            rows.Put(row.Start, row with { Before = row.Before + change, Low = row.Low + change });
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask AddDaysAsync(IReadOnlyCollection<DayTotal> totals)
    {
        foreach (var total in totals)
        {
            var key = (total.Pool, total.Date, total.Kind);
            _days[key] = _days.TryGetValue(key, out var so) ? so.Plus(total) : total;
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask PutCheckpointAsync(
        Checkpoint checkpoint, IReadOnlyList<Layer> layers, IReadOnlyList<LayerTake> takes,
        IReadOnlyList<LotCost> lots)
    {
        Of(_checkpoints, checkpoint.Book).Put(checkpoint.Start, checkpoint);
        foreach (var layer in layers)
        {
            Of(_layers, layer.Book).Put(layer.Key, layer);
        }

        foreach (var take in takes)
        {
            Of(_takes, take.Book).Put(take.Key, take);
        }

        foreach (var lot in lots)
        {
            Of(_lotCosts, (lot.Book, lot.Lot)).Put(lot.Start, lot);
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask CutBookAsync(int book, int sku, EntryKey from)
    {
        Of(_checkpoints, book).RemoveFrom(from.Next);
        Of(_layers, book).RemoveFrom(from);
        Of(_takes, book).RemoveFrom(from);
        foreach (var (_, rows) in _lotCosts.Where(pair => pair.Key.Book == book))
        {
            rows.RemoveFrom(from.Next);
        }

        return ValueTask.CompletedTask;
    }

    private static OrderedRows<EntryKey, T> Of<TKey, T>(Dictionary<TKey, OrderedRows<EntryKey, T>> rows, TKey key)
        where TKey : notnull
    {
        if (!rows.TryGetValue(key, out var of))
        {
            rows.Add(key, of = new OrderedRows<EntryKey, T>());
        }

        return of;
    }

    private static async IAsyncEnumerable<T> Stream<T>(IEnumerable<T> rows)
    {
        await ValueTask.CompletedTask.ConfigureAwait(false);
        foreach (var row in rows)
        {
            yield return row;
        }
    }
}
