using Inventory.Days;
using Inventory.Ledger;
using Inventory.Sqlite.Connections;
using Inventory.Sqlite.Tables;
using Inventory.Timeline;
using Inventory.Valuation;

namespace Inventory.Sqlite.Transactions;

/// <content>The streams of facts, and what is folded from them over time.</content>
internal partial class SqliteReader
{
    public ValueTask<IReadOnlyList<Entry>> GetEntriesAsync(IReadOnlyCollection<(int Sku, EntryKey Key)> keys) => Each(
        EntryTable.ByKey, keys, static (s, key) => BindKey(s.Bind(2, key.Sku), 3, key.Key), EntryTable.Read);

    public IAsyncEnumerable<Entry> ReadEntriesAsync(int sku, EntryKey from, EntryKey before) => Stream(
        EntryTable.Between, s => BindKey(BindKey(s.Bind(1, Ledger).Bind(2, sku), 3, from), 5, before), EntryTable.Read);

    public IAsyncEnumerable<Entry> ReadLateEntriesAsync(int sku, long recordedAfter) =>
        Stream(EntryTable.LateAfter, s => s.Bind(1, Ledger).Bind(2, sku).Bind(3, recordedAfter), EntryTable.Read);

    public IAsyncEnumerable<Entry> ReadLotEntriesAsync(int sku, long lot) =>
        Stream(EntryTable.OfLot, s => s.Bind(1, Ledger).Bind(2, sku).Bind(3, lot), EntryTable.Read);

    public ValueTask<(Block? Block, EntryKey? Next)> FindBlockAsync(int sku, EntryKey at)
    {
        var block = First(BlockTable.LastUpTo, s => BindKey(s.Bind(2, sku), 3, at), BlockTable.Read);
        var next = First(BlockTable.FirstAfter, s => BindKey(s.Bind(2, sku), 3, at), BlockTable.Read);
        return new ValueTask<(Block?, EntryKey?)>((block, next?.Start));
    }

    public ValueTask<Block?> FindBlockByRecordedAsync(int sku, long recorded) =>
        new(First(BlockTable.LastRecordedFrom, s => s.Bind(2, sku).Bind(3, recorded), BlockTable.Read));

    public ValueTask<BlockBalance?> FindBlockBalanceAsync(int sku, Spot spot, EntryKey at) =>
        new(First(
        BlockBalanceTable.LastUpTo, s => BlockBalanceTable.BindSpot(s, sku, spot, at),
            BlockBalanceTable.Read));

    public IAsyncEnumerable<BlockBalance> ReadBlockBalancesAsync(
        int sku, Spot spot, EntryKey after) => Stream(
        BlockBalanceTable.After, s => BlockBalanceTable.BindSpot(s.Bind(1, Ledger), sku, spot, after),
        BlockBalanceTable.Read);

    public ValueTask<Checkpoint?> FindCheckpointAsync(int book, int sku, EntryKey at)
    {
        using var statement = Connection.Rent(CheckpointTable.LastUpTo);
        BindKey(statement.Bind(1, Ledger).Bind(2, sku).Bind(3, book), 4, at);
        return new ValueTask<Checkpoint?>(statement.Step() ? CheckpointTable.Read(statement) : null);
    }

    public ValueTask<IReadOnlyList<LotCost>> FindLotCostsAsync(
        int book, int sku, IReadOnlyCollection<long> lots, EntryKey at) =>
        Each(LotCostTable.LastUpTo, lots,
            (s, lot) => BindKey(s.Bind(2, sku).Bind(3, book).Bind(4, lot), 5, at), LotCostTable.Read);

    public IAsyncEnumerable<Layer> ReadLayersAsync(int book, int sku, EntryKey from, EntryKey before) => Stream(
        LayerTable.Between, s => BindKey(BindKey(s.Bind(1, Ledger).Bind(2, sku).Bind(3, book), 4, from), 6, before),
        LayerTable.Read);

    public IAsyncEnumerable<LayerTake> ReadTakesAsync(int book, int sku, EntryKey fromLayer, EntryKey before) => Stream(
        LayerTakeTable.FromLayerBefore,
        s => BindKey(BindKey(s.Bind(1, Ledger).Bind(2, sku).Bind(3, book), 4, fromLayer), 6, before),
        LayerTakeTable.Read);

    public IAsyncEnumerable<DayTotal> ReadDaysAsync(int sku, int from, int to) =>
        Stream(DayTable.Between, s => s.Bind(1, Ledger).Bind(2, sku).Bind(3, from).Bind(4, to), DayTable.Read);

    public IAsyncEnumerable<PromiseEntry> ReadPromisesAsync(int sku, long after) =>
        Stream(PromiseTable.After, s => s.Bind(1, Ledger).Bind(2, sku).Bind(3, after), PromiseTable.Read);

    private protected static Statement BindKey(Statement statement, int first, EntryKey key) =>
        statement.Bind(first, key.Effective).Bind(first + 1, key.Sequence);

    private T? First<T>(string sql, Action<Statement> bind, Func<Statement, T> read)
        where T : struct
    {
        using var statement = Connection.Rent(sql);
        bind(statement.Bind(1, Ledger));
        return statement.Step() ? read(statement) : null;
    }
}
