using Inventory.Days;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;
using Inventory.Timeline;
using Inventory.Valuation;

namespace Inventory.Testing.Storage;

/// <summary>Passes writes on through the faults of a store.</summary>
internal sealed class FaultyWriter(FaultyStore store, IStoreWriter inner) : FaultyReader(store, inner), IStoreWriter
{
    private readonly FaultyStore _store = store;
    private readonly IStoreWriter _inner = inner;

    public ValueTask<bool> TryWriteAsync(CommitBatch batch, IReadOnlyList<CommandRecord> commands) =>
        _store.CallAsync(() => _inner.TryWriteAsync(batch, commands));

    public ValueTask PutOpenBlockAsync(int sku, EntryKey start, int entries) =>
        _store.CallAsync(() => _inner.PutOpenBlockAsync(sku, start, entries));

    public ValueTask PutBlockAsync(Block block, IReadOnlyList<BlockBalance> balances) =>
        _store.CallAsync(() => _inner.PutBlockAsync(block, balances));

    public ValueTask ShiftBlocksAsync(int sku, Spot spot, EntryKey after, long change) =>
        _store.CallAsync(() => _inner.ShiftBlocksAsync(sku, spot, after, change));

    public ValueTask AddDaysAsync(IReadOnlyCollection<DayTotal> totals) =>
        _store.CallAsync(() => _inner.AddDaysAsync(totals));

    public ValueTask PutCheckpointAsync(
        Checkpoint checkpoint, IReadOnlyList<Layer> layers, IReadOnlyList<LayerTake> takes,
        IReadOnlyList<LotCost> lots) =>
        _store.CallAsync(() => _inner.PutCheckpointAsync(checkpoint, layers, takes, lots));

    public ValueTask CutBookAsync(int book, int sku, EntryKey from) =>
        _store.CallAsync(() => _inner.CutBookAsync(book, sku, from));

    public ValueTask MarkBookBuiltAsync(int book) => _store.CallAsync(() => _inner.MarkBookBuiltAsync(book));

    public ValueTask ReplaceProjectionsAsync(SkuProjections projections) =>
        _store.CallAsync(() => _inner.ReplaceProjectionsAsync(projections));

    public ValueTask AddInboxAsync(IReadOnlyList<InboxRow> rows) =>
        _store.CallAsync(() => _inner.AddInboxAsync(rows));

    public ValueTask PutInboxAsync(IReadOnlyList<InboxRow> rows) =>
        _store.CallAsync(() => _inner.PutInboxAsync(rows));

    public ValueTask<int> RemoveInboxAsync(IReadOnlyCollection<long> numbers) =>
        _store.CallAsync(() => _inner.RemoveInboxAsync(numbers));

    public ValueTask CommitAsync() => _store.CallAsync(() => _inner.CommitAsync());
}
