using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Sqlite.Tables;

namespace Inventory.Sqlite.Transactions;

/// <content>How things stand, and what was applied.</content>
internal partial class SqliteReader
{
    public ValueTask<IReadOnlyList<Head>> GetHeadsAsync(IReadOnlyCollection<int> skus) =>
        Each(HeadTable.BySku, skus, static (s, sku) => s.Bind(2, sku), HeadTable.Read);

    public ValueTask<IReadOnlyList<Position>> GetPositionsAsync(
        IReadOnlyCollection<(int Sku, PositionKey Key)> keys) =>
        Each(PositionTable.ByKey, keys, static (s, key) => PositionTable.BindKey(s, key.Sku, key.Key),
            PositionTable.Read);

    public ValueTask<IReadOnlyList<Balance>> GetBalancesAsync(IReadOnlyCollection<(int Sku, Spot Spot)> keys) =>
        Each(BalanceTable.ByKey, keys, static (s, key) => BalanceTable.BindKey(s, key.Sku, key.Spot),
            BalanceTable.Read);

    public ValueTask<IReadOnlyList<Position>> GetPositionsOfAsync(int sku) =>
        new(AllOf(PositionTable.OfSku, sku, PositionTable.Read));

    public IAsyncEnumerable<Balance> ReadBalancesAsync(int sku) =>
        Stream(BalanceTable.OfSku, s => s.Bind(1, Ledger).Bind(2, sku), BalanceTable.Read);

    public IAsyncEnumerable<(int Place, StockStatus Status)> ReadPlacesAsync(int sku) =>
        Stream(BalanceTable.NextPlace, s => s.Bind(1, Ledger).Bind(2, sku).Bind(3, 0).Bind(4, 0),
            BalanceTable.ReadPlace);

    public ValueTask<IReadOnlyList<LotBalance>> FindLotsAsync(IReadOnlyCollection<(int Sku, string CodeKey)> keys) =>
        Each(LotTable.ByCodeKey, keys, static (s, key) => s.Bind(2, key.Sku).Bind(3, key.CodeKey), LotTable.Read);

    public ValueTask<IReadOnlyList<LotBalance>> GetLotsAsync(IReadOnlyCollection<(int Sku, long Lot)> keys) =>
        Each(LotTable.ByNumber, keys, static (s, key) => s.Bind(2, key.Sku).Bind(3, key.Lot), LotTable.Read);

    public async ValueTask<IReadOnlyList<Balance>> GetLotBalancesAsync(IReadOnlyCollection<(int Sku, long Lot)> lots)
    {
        var keys = new List<(int Sku, int Place, StockStatus Status, long Lot)>();
        foreach (var of in lots.GroupBy(lot => lot.Sku, lot => lot.Lot))
        {
            await foreach (var (place, status) in ReadPlacesAsync(of.Key).ConfigureAwait(false))
            {
                keys.AddRange(of.Select(lot => (of.Key, place, status, lot)));
            }
        }

        return await Each(
            BalanceTable.OfLotAt, keys,
            static (s, key) => s.Bind(2, key.Sku).Bind(3, key.Place).Bind(4, (long)key.Status).Bind(5, key.Lot),
            BalanceTable.Read).ConfigureAwait(false);
    }

    public ValueTask<IReadOnlyList<CommandRecord>> FindCommandsAsync(IReadOnlyCollection<CommandKey> keys) =>
        Each(CommandTable.ByKey, keys, static (s, key) => s.Bind(2, key.Source).Bind(3, key.Text), CommandTable.Read);

    public ValueTask<IReadOnlyList<Reversed>> GetReversedAsync(IReadOnlyCollection<(int Sku, long Sequence)> entries) =>
        Each(ReversedTable.ByKey, entries, static (s, entry) => s.Bind(2, entry.Sku).Bind(3, entry.Sequence),
            ReversedTable.Read);

    public ValueTask<IReadOnlyList<Reversed>> GetTransfersAsync(IReadOnlyCollection<int> skus) =>
        Each(ReversedTable.OpenOfSku, skus, static (s, sku) => s.Bind(2, sku), ReversedTable.Read);

    public IAsyncEnumerable<Reversed> ReadTransfersAsync() =>
        Stream(ReversedTable.Open, s => s.Bind(1, Ledger), ReversedTable.Read);

    public IAsyncEnumerable<Storage.Checked<CommandRecord>> ReadCommandsAsync(long afterCommit, int afterOrdinal) =>
        Stream(
        CommandTable.After, s => s.Bind(1, Ledger).Bind(2, afterCommit).Bind(3, afterOrdinal),
            CommandTable.ReadChecked);

    public IAsyncEnumerable<CommandRecord> ReadCommandsOfAsync(string type, string id) =>
        Stream(CommandTable.OfDocument, s => s.Bind(1, Ledger).Bind(2, type).Bind(3, id), CommandTable.Read);

    public IAsyncEnumerable<Storage.Checked<CommitRecord>> ReadCommitsAsync(long after) =>
        Stream(CommitTable.After, s => s.Bind(1, Ledger).Bind(2, after), CommitTable.ReadChecked);
}
