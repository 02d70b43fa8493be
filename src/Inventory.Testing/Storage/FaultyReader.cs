using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Days;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.References;
using Inventory.Storage;
using Inventory.Timeline;
using Inventory.Valuation;

namespace Inventory.Testing.Storage;

/// <summary>Passes reads on through the faults of a store.</summary>
internal class FaultyReader(FaultyStore store, IStoreReader inner) : IStoreReader
{
    public long RowsRead => inner.RowsRead;

    public ValueTask<LedgerState> GetLedgerAsync() => store.CallAsync(() => inner.GetLedgerAsync());

    public ValueTask<IReadOnlyList<SkuRow>> FindSkusAsync(IReadOnlyCollection<string> codeKeys) =>
        store.CallAsync(() => inner.FindSkusAsync(codeKeys));

    public ValueTask<IReadOnlyList<SkuRow>> GetSkusAsync(IReadOnlyCollection<int> numbers) =>
        store.CallAsync(() => inner.GetSkusAsync(numbers));

    public ValueTask<IReadOnlyList<Head>> GetHeadsAsync(IReadOnlyCollection<int> skus) =>
        store.CallAsync(() => inner.GetHeadsAsync(skus));

    public ValueTask<IReadOnlyList<Location>> FindLocationsAsync(IReadOnlyCollection<string> codeKeys) =>
        store.CallAsync(() => inner.FindLocationsAsync(codeKeys));

    public ValueTask<IReadOnlyList<Location>> GetLocationsAsync(IReadOnlyCollection<int> numbers) =>
        store.CallAsync(() => inner.GetLocationsAsync(numbers));

    public ValueTask<IReadOnlyList<Reason>> FindReasonsAsync(IReadOnlyCollection<string> codeKeys) =>
        store.CallAsync(() => inner.FindReasonsAsync(codeKeys));

    public ValueTask<IReadOnlyList<Reference>> FindReferencesAsync(
        IReadOnlyCollection<(ReferenceKind Kind, string CodeKey)> codes) =>
        store.CallAsync(() => inner.FindReferencesAsync(codes));

    public ValueTask<IReadOnlyList<Reference>> GetReferencesAsync(
        IReadOnlyCollection<(ReferenceKind Kind, int Number)> numbers) =>
        store.CallAsync(() => inner.GetReferencesAsync(numbers));

    public ValueTask<IReadOnlyList<SkuRow>> GetVariantsAsync(int template) =>
        store.CallAsync(() => inner.GetVariantsAsync(template));

    public ValueTask<IReadOnlyList<Identifier>> FindIdentifiersAsync(
        IReadOnlyCollection<(IdentifierKind Kind, string Value)> names) =>
        store.CallAsync(() => inner.FindIdentifiersAsync(names));

    public ValueTask<IReadOnlyList<Position>> GetPositionsAsync(IReadOnlyCollection<(int Sku, PositionKey Key)> keys) =>
        store.CallAsync(() => inner.GetPositionsAsync(keys));

    public ValueTask<IReadOnlyList<HoldsDue>> GetHoldsDueAsync(
        IReadOnlyCollection<(int Sku, PositionKey Key)> keys, long now) =>
        store.CallAsync(() => inner.GetHoldsDueAsync(keys, now));

    public ValueTask<IReadOnlyList<Position>> GetShortPositionsAsync() =>
        store.CallAsync(inner.GetShortPositionsAsync);

    public ValueTask<IReadOnlyList<(long Commit, int Ordinal, CommandKey Key)>> GetCommandKeysAsync(
        IReadOnlyCollection<(long Commit, int Ordinal)> names) =>
        store.CallAsync(() => inner.GetCommandKeysAsync(names));

    public ValueTask<IReadOnlyList<Allocation>> GetAllocationsAsync(
        IReadOnlyCollection<(int Sku, long Commit, int Ordinal)> names) =>
        store.CallAsync(() => inner.GetAllocationsAsync(names));

    public ValueTask<IReadOnlyList<Allocation>> GetBoundAsync(IReadOnlyCollection<(int Sku, Spot Spot)> goods) =>
        store.CallAsync(() => inner.GetBoundAsync(goods));

    public IAsyncEnumerable<ReservationLeg> ReadHolderAsync(string holder, long now) =>
        store.StreamAsync(inner.ReadHolderAsync(holder, now));

    public IAsyncEnumerable<ReservationLeg> ReadTakenAsync(string holder, int lineSku) =>
        store.StreamAsync(inner.ReadTakenAsync(holder, lineSku));

    public ValueTask<IReadOnlyList<BinContent>> GetBinContentsAsync(IReadOnlyCollection<int> places) =>
        store.CallAsync(() => inner.GetBinContentsAsync(places));

    public ValueTask<IReadOnlyList<DatedSupply>> GetDatedSupplyAsync(
        IReadOnlyCollection<(int Sku, PositionKey Key, int Through)> keys) =>
        store.CallAsync(() => inner.GetDatedSupplyAsync(keys));

    public ValueTask<IReadOnlyList<DatedNeed>> GetDatedNeedsAsync(
        IReadOnlyCollection<(int Sku, PositionKey Key)> keys, long now) =>
        store.CallAsync(() => inner.GetDatedNeedsAsync(keys, now));

    public ValueTask<IReadOnlyList<Position>> GetDatedPositionsAsync() =>
        store.CallAsync(inner.GetDatedPositionsAsync);

    public IAsyncEnumerable<ReservationLeg> ReadQueueAsync(int sku, PositionKey key) =>
        store.StreamAsync(inner.ReadQueueAsync(sku, key));

    public IAsyncEnumerable<ReservationLeg> ReadPromisedAsync(int sku, PositionKey key, long now) =>
        store.StreamAsync(inner.ReadPromisedAsync(sku, key, now));

    public ValueTask<IReadOnlyList<Balance>> GetBalancesAsync(IReadOnlyCollection<(int Sku, Spot Spot)> keys) =>
        store.CallAsync(() => inner.GetBalancesAsync(keys));

    public ValueTask<IReadOnlyList<Position>> GetPositionsOfAsync(int sku) =>
        store.CallAsync(() => inner.GetPositionsOfAsync(sku));

    public IAsyncEnumerable<Balance> ReadBalancesAsync(int sku) => store.StreamAsync(inner.ReadBalancesAsync(sku));

    public IAsyncEnumerable<(int Place, StockStatus Status)> ReadPlacesAsync(int sku) =>
        store.StreamAsync(inner.ReadPlacesAsync(sku));

    public ValueTask<IReadOnlyList<LotBalance>> FindLotsAsync(IReadOnlyCollection<(int Sku, string CodeKey)> keys) =>
        store.CallAsync(() => inner.FindLotsAsync(keys));

    public ValueTask<IReadOnlyList<LotBalance>> GetLotsAsync(IReadOnlyCollection<(int Sku, long Lot)> keys) =>
        store.CallAsync(() => inner.GetLotsAsync(keys));

    public ValueTask<IReadOnlyList<Balance>> GetLotBalancesAsync(IReadOnlyCollection<(int Sku, long Lot)> lots) =>
        store.CallAsync(() => inner.GetLotBalancesAsync(lots));

    public ValueTask<IReadOnlyList<CommandRecord>> FindCommandsAsync(IReadOnlyCollection<CommandKey> keys) =>
        store.CallAsync(() => inner.FindCommandsAsync(keys));

    public ValueTask<IReadOnlyList<ReservationLeg>> GetLegsAsync(
        IReadOnlyCollection<(int Sku, long Commit, int Ordinal)> names) =>
        store.CallAsync(() => inner.GetLegsAsync(names));

    public ValueTask<IReadOnlyList<Reversed>> GetReversedAsync(IReadOnlyCollection<(int Sku, long Sequence)> entries) =>
        store.CallAsync(() => inner.GetReversedAsync(entries));

    public ValueTask<IReadOnlyList<Reversed>> GetTransfersAsync(IReadOnlyCollection<int> skus) =>
        store.CallAsync(() => inner.GetTransfersAsync(skus));

    public IAsyncEnumerable<Reversed> ReadTransfersAsync() => store.StreamAsync(inner.ReadTransfersAsync());

    public ValueTask<IReadOnlyList<Entry>> GetEntriesAsync(IReadOnlyCollection<(int Sku, EntryKey Key)> keys) =>
        store.CallAsync(() => inner.GetEntriesAsync(keys));

    public IAsyncEnumerable<Entry> ReadEntriesAsync(int sku, EntryKey from, EntryKey before) =>
        store.StreamAsync(inner.ReadEntriesAsync(sku, from, before));

    public IAsyncEnumerable<Entry> ReadLateEntriesAsync(int sku, long recordedAfter) =>
        store.StreamAsync(inner.ReadLateEntriesAsync(sku, recordedAfter));

    public IAsyncEnumerable<Entry> ReadLotEntriesAsync(int sku, long lot) =>
        store.StreamAsync(inner.ReadLotEntriesAsync(sku, lot));

    public ValueTask<(Block? Block, EntryKey? Next)> FindBlockAsync(int sku, EntryKey at) =>
        store.CallAsync(() => inner.FindBlockAsync(sku, at));

    public ValueTask<Block?> FindBlockByRecordedAsync(int sku, long recorded) =>
        store.CallAsync(() => inner.FindBlockByRecordedAsync(sku, recorded));

    public ValueTask<BlockBalance?> FindBlockBalanceAsync(int sku, Spot spot, EntryKey at) =>
        store.CallAsync(() => inner.FindBlockBalanceAsync(sku, spot, at));

    public IAsyncEnumerable<BlockBalance> ReadBlockBalancesAsync(int sku, Spot spot, EntryKey after) =>
        store.StreamAsync(inner.ReadBlockBalancesAsync(sku, spot, after));

    public ValueTask<Checkpoint?> FindCheckpointAsync(int book, int sku, EntryKey at) =>
        store.CallAsync(() => inner.FindCheckpointAsync(book, sku, at));

    public ValueTask<IReadOnlyList<LotCost>> FindLotCostsAsync(
        int book, int sku, IReadOnlyCollection<long> lots, EntryKey at) =>
        store.CallAsync(() => inner.FindLotCostsAsync(book, sku, lots, at));

    public IAsyncEnumerable<Layer> ReadLayersAsync(int book, int sku, EntryKey from, EntryKey before) =>
        store.StreamAsync(inner.ReadLayersAsync(book, sku, from, before));

    public IAsyncEnumerable<LayerTake> ReadTakesAsync(int book, int sku, EntryKey fromLayer, EntryKey before) =>
        store.StreamAsync(inner.ReadTakesAsync(book, sku, fromLayer, before));

    public IAsyncEnumerable<DayTotal> ReadDaysAsync(int sku, int from, int to) =>
        store.StreamAsync(inner.ReadDaysAsync(sku, from, to));

    public IAsyncEnumerable<PromiseEntry> ReadPromisesAsync(int sku, long after) =>
        store.StreamAsync(inner.ReadPromisesAsync(sku, after));

    public IAsyncEnumerable<Checked<CommandRecord>> ReadCommandsAsync(long afterCommit, int afterOrdinal) =>
        store.StreamAsync(inner.ReadCommandsAsync(afterCommit, afterOrdinal));

    public IAsyncEnumerable<CommandRecord> ReadCommandsOfAsync(string type, string id) =>
        store.StreamAsync(inner.ReadCommandsOfAsync(type, id));

    public IAsyncEnumerable<Checked<CommitRecord>> ReadCommitsAsync(long after) =>
        store.StreamAsync(inner.ReadCommitsAsync(after));

    public IAsyncEnumerable<Checked<SkuRow>> ReadSkusAsync(int after) => store.StreamAsync(inner.ReadSkusAsync(after));

    public IAsyncEnumerable<Checked<Location>> ReadLocationsAsync() => store.StreamAsync(inner.ReadLocationsAsync());

    public IAsyncEnumerable<Checked<Reason>> ReadReasonsAsync() => store.StreamAsync(inner.ReadReasonsAsync());

    public IAsyncEnumerable<Checked<Reference>> ReadReferencesAsync() =>
        store.StreamAsync(inner.ReadReferencesAsync());

    public IAsyncEnumerable<Checked<Identifier>> ReadIdentifiersAsync() =>
        store.StreamAsync(inner.ReadIdentifiersAsync());

    public ValueTask<(Checked<LedgerState> Ledger, IReadOnlyList<Checked<BookDefinition>> Books)> GetSettingsAsync() =>
        store.CallAsync(() => inner.GetSettingsAsync());

    public IAsyncEnumerable<Checked<InboxRow>> ReadInboxAsync(long after) =>
        store.StreamAsync(inner.ReadInboxAsync(after));

    public ValueTask<IReadOnlyList<int>> GetSkusWithRowsAsync() => store.CallAsync(() => inner.GetSkusWithRowsAsync());

    public ValueTask<SkuProjections> GetProjectionsAsync(int sku) =>
        store.CallAsync(() => inner.GetProjectionsAsync(sku));

    public ValueTask DisposeAsync() => inner.DisposeAsync();
}
