using Inventory.Days;
using Inventory.Ledger;
using Inventory.Sqlite.Tables;
using Inventory.Storage;
using Inventory.Timeline;
using Inventory.Valuation;

namespace Inventory.Sqlite.Transactions;

/// <content>What is folded from the facts behind the commits.</content>
internal sealed partial class SqliteWriter
{
    public ValueTask PutOpenBlockAsync(int sku, EntryKey start, int entries)
    {
        BeginChange();
        using var put = Rent(HeadTable.PutOpenBlock);
        BindKey(put.Bind(2, sku), 3, start).Bind(5, entries).Execute();
        EndChange();
        return ValueTask.CompletedTask;
    }

    public ValueTask PutBlockAsync(Block block, IReadOnlyList<BlockBalance> balances)
    {
        ArgumentNullException.ThrowIfNull(balances);
        BeginChange();
        using var put = Rent(BlockTable.Put);
        BlockTable.Bind(put, block);
        put.Execute();
        using var delete = Rent(BlockBalanceTable.DeleteOfBlock);
        BindKey(delete.Bind(2, block.Sku), 3, block.Start).Execute();
        InsertAll(BlockBalanceTable.Insert, balances, BlockBalanceTable.Bind);
        EndChange();
        return ValueTask.CompletedTask;
    }

    public ValueTask ShiftBlocksAsync(int sku, Spot spot, EntryKey after, long change)
    {
        BeginChange();
        using var shift = Rent(BlockBalanceTable.Shift);
        BlockBalanceTable.BindSpot(shift, sku, spot, after).Bind(9, change).Execute();
        EndChange();
        return ValueTask.CompletedTask;
    }

    public ValueTask AddDaysAsync(IReadOnlyCollection<DayTotal> totals)
    {
        ArgumentNullException.ThrowIfNull(totals);
        BeginChange();
        using var add = Rent(DayTable.Add);
        foreach (var total in totals)
        {
            DayTable.Bind(add, total);
            add.Execute();
        }

        EndChange();
        return ValueTask.CompletedTask;
    }

    public ValueTask PutCheckpointAsync(
        Checkpoint checkpoint, IReadOnlyList<Layer> layers, IReadOnlyList<LayerTake> takes,
        IReadOnlyList<LotCost> lots)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        ArgumentNullException.ThrowIfNull(layers);
        ArgumentNullException.ThrowIfNull(takes);
        ArgumentNullException.ThrowIfNull(lots);
        BeginChange();
        using var put = Rent(CheckpointTable.Put);
        CheckpointTable.Bind(put, checkpoint);
        put.Execute();
        InsertAll(LayerTable.Insert, layers, LayerTable.Bind);
        InsertAll(LayerTakeTable.Insert, takes, LayerTakeTable.Bind);
        InsertAll(LotCostTable.Insert, lots, LotCostTable.Bind);
        EndChange();
        return ValueTask.CompletedTask;
    }

    public ValueTask CutBookAsync(int book, int sku, EntryKey from)
    {
        BeginChange();
        Cut(CheckpointTable.DeleteAfter);
        Cut(LayerTable.DeleteFrom);
        Cut(LayerTakeTable.DeleteFrom);
        Cut(LotCostTable.DeleteAfter);
        EndChange();
        return ValueTask.CompletedTask;

        void Cut(string sql)
        {
            using var delete = Rent(sql);
            BindKey(delete.Bind(2, sku).Bind(3, book), 4, from).Execute();
        }
    }

    public ValueTask MarkBookBuiltAsync(int book)
    {
        BeginChange();
        using var mark = Rent(BookTable.MarkBuilt);
        mark.Bind(2, book).Execute();
        EndChange();
        return ValueTask.CompletedTask;
    }

    public ValueTask ReplaceProjectionsAsync(SkuProjections projections)
    {
        ArgumentNullException.ThrowIfNull(projections);
        BeginChange();
        foreach (var sql in SkuRows.Deletions)
        {
            using var delete = Rent(sql);
            delete.Bind(2, projections.Head.Sku).Execute();
        }

        InsertAll<Head>(HeadTable.Insert, [projections.Head], HeadTable.Bind);
        InsertAll(PositionTable.Insert, projections.Positions, PositionTable.Bind);
        InsertAll(HoldTable.Insert, projections.Holds, HoldTable.Bind);
        InsertAll(DatedSupplyTable.Insert, projections.Supply, DatedSupplyTable.Bind);
        InsertAll(DatedNeedTable.Insert, projections.Needs, DatedNeedTable.Bind);
        InsertAll(BalanceTable.Insert, projections.Balances, BalanceTable.Bind);
        InsertAll(BinContentTable.Insert, projections.Bins, BinContentTable.Bind);
        InsertAll(LotTable.Put, projections.Lots, static (s, lot) => LotTable.Bind(s, lot.Row, lot.Check));
        InsertAll(ReversedTable.Add, projections.Reversed, ReversedTable.Bind);
        InsertAll(ReservationTable.Insert, projections.Legs, ReservationTable.Bind);
        InsertAll(AllocationTable.Insert, projections.Allocations, AllocationTable.Bind);
        InsertAll(DayTable.Add, projections.Days, DayTable.Bind);
        InsertAll(BlockTable.Put, projections.Blocks, BlockTable.Bind);
        InsertAll(BlockBalanceTable.Insert, projections.BlockBalances, BlockBalanceTable.Bind);
        InsertAll(CheckpointTable.Put, projections.Checkpoints, CheckpointTable.Bind);
        InsertAll(LayerTable.Insert, projections.Layers, LayerTable.Bind);
        InsertAll(LayerTakeTable.Insert, projections.Takes, LayerTakeTable.Bind);
        InsertAll(LotCostTable.Insert, projections.LotCosts, LotCostTable.Bind);
        EndChange();
        return ValueTask.CompletedTask;
    }
}
