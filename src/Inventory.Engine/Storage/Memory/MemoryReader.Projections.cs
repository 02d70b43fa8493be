using Inventory.Ledger;

namespace Inventory.Storage.Memory;

/// <content>Everything that is kept of one SKU.</content>
internal partial class MemoryReader
{
    public ValueTask<IReadOnlyList<int>> GetSkusWithRowsAsync()
    {
        var skus = new SortedSet<int>(Tables.Heads.Keys());
        skus.UnionWith(Tables.Entries.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Promises.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Positions.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Balances.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.SkuBins.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Lots.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Reversed.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Holds.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Supply.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Needs.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Legs.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Allocations.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Days.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Blocks.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.BlockBalances.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Checkpoints.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Layers.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.Takes.Keys().Select(key => key.Sku));
        skus.UnionWith(Tables.LotCosts.Keys().Select(key => key.Sku));
        return Found(skus);
    }

    public ValueTask<SkuProjections> GetProjectionsAsync(int sku)
    {
        var rows = ProjectionsOf(sku);
        return One(rows, ProjectionWriting.Count(rows));
    }

    protected SkuProjections ProjectionsOf(int sku)
    {
        var start = EntryKey.Start;
        return new SkuProjections(
            HeadOf(sku),
            [.. PositionsOf(sku)],
            [.. Tables.Holds.From((sku, default, 0)).TakeWhile(total => total.Sku == sku)],
            [.. Tables.Supply.From((sku, default, 0)).TakeWhile(row => row.Sku == sku)],
            [.. Tables.Needs.From((sku, default, 0, 0)).TakeWhile(row => row.Sku == sku)],
            [.. BalancesOf(sku)],
            [.. Tables.SkuBins.From((sku, 0)).TakeWhile(content => content.Sku == sku)],
            [.. Tables.Lots.From((sku, 0)).TakeWhile(lot => lot.Row.Lot.Sku == sku)],
            [.. Tables.Reversed.From((sku, 0)).TakeWhile(reversed => reversed.Sku == sku)],
            [.. LegsOf(sku)],
            [.. AllocationsOf(sku)],
            [.. DaysOf(sku)],
            [.. Tables.Blocks.From((sku, start)).TakeWhile(block => block.Sku == sku)],
            [.. Tables.BlockBalances.From((sku, 0, default, 0, 0, start)).TakeWhile(balance => balance.Sku == sku)],
            [.. Tables.Checkpoints.From((sku, 0, start)).TakeWhile(checkpoint => checkpoint.Sku == sku)],
            [.. Tables.Layers.From((sku, 0, start)).TakeWhile(layer => layer.Sku == sku)],
            [.. Tables.Takes.From((sku, 0, start, start)).TakeWhile(take => take.Sku == sku)],
            [.. Tables.LotCosts.From((sku, 0, 0, start)).TakeWhile(lot => lot.Sku == sku)]);
    }
}
