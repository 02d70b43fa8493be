using Inventory.Ledger;
using Inventory.Sqlite.Tables;
using Inventory.Storage;

namespace Inventory.Sqlite.Transactions;

/// <content>What waits to be applied, and what a verification compares.</content>
internal partial class SqliteReader
{
    public IAsyncEnumerable<Checked<InboxRow>> ReadInboxAsync(long after) =>
        Stream(InboxTable.After, s => s.Bind(1, Ledger).Bind(2, after), InboxTable.ReadChecked);

    public ValueTask<IReadOnlyList<int>> GetSkusWithRowsAsync()
    {
        var found = new SortedSet<int>();
        foreach (var sql in SkuRows.Distinct)
        {
            using var statement = Connection.Rent(sql);
            statement.Bind(1, Ledger);
            while (statement.Step())
            {
                found.Add(statement.Read(static row => row.Int(0)));
            }
        }

        return new ValueTask<IReadOnlyList<int>>([.. found]);
    }

    public ValueTask<SkuProjections> GetProjectionsAsync(int sku)
    {
        var heads = AllOf(HeadTable.BySku, sku, HeadTable.Read);
        return new ValueTask<SkuProjections>(new SkuProjections(
            heads.Count > 0 ? heads[0] : Head.Of(sku),
            AllOf(PositionTable.OfSku, sku, PositionTable.Read),
            AllOf(HoldTable.OfSku, sku, HoldTable.Read),
            AllOf(DatedSupplyTable.OfSku, sku, DatedSupplyTable.Read),
            AllOf(DatedNeedTable.OfSku, sku, DatedNeedTable.Read),
            AllOf(BalanceTable.OfSku, sku, BalanceTable.Read),
            AllOf(BinContentTable.OfSku, sku, BinContentTable.Read),
            AllOf(LotTable.OfSku, sku, LotTable.ReadChecked),
            AllOf(ReversedTable.OfSku, sku, ReversedTable.Read),
            AllOf(ReservationTable.OfSku, sku, ReservationTable.Read),
            AllOf(AllocationTable.OfSku, sku, AllocationTable.Read),
            AllOf(DayTable.OfSku, sku, DayTable.Read),
            AllOf(BlockTable.OfSku, sku, BlockTable.Read),
            AllOf(BlockBalanceTable.OfSku, sku, BlockBalanceTable.Read),
            AllOf(CheckpointTable.OfSku, sku, CheckpointTable.Read),
            AllOf(LayerTable.OfSku, sku, LayerTable.Read),
            AllOf(LayerTakeTable.OfSku, sku, LayerTakeTable.Read),
            AllOf(LotCostTable.OfSku, sku, LotCostTable.Read)));
    }
}
