using Inventory.Days;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Timeline;
using Inventory.Valuation;

namespace Inventory.Storage.Memory;

/// <summary>Writes rows that are folds of the streams, with what they are found by.</summary>
internal static class ProjectionWriting
{
    public static void Put(LedgerTables tables, Checked<LotBalance> lot)
    {
        var (sku, number) = (lot.Row.Lot.Sku, lot.Row.Lot.Number);
        tables.Lots.Set((sku, number), lot);
        tables.LotCodes.Set((sku, new(lot.Row.Lot.CodeKey)), number);
    }

    public static void Put(LedgerTables tables, BinContent content)
    {
        if (content.Quantity == 0)
        {
            Remove(tables, content);
            return;
        }

        tables.Bins.Set((content.Place, content.Sku), content);
        tables.SkuBins.Set((content.Sku, content.Place), content);
    }

    public static void Put(LedgerTables tables, ReservationLeg leg)
    {
        var (commit, ordinal, number) = leg.Key;
        tables.Legs.Set((leg.Sku, commit, ordinal, number), leg);
        if (leg.Terms.Holder is { } holder)
        {
            tables.HolderLegs.Set((new(holder), leg.Sku, commit, ordinal, number), leg);
        }
    }

    public static void Put(LedgerTables tables, BlockBalance balance)
    {
        tables.BlockBalances.Set(Keys.Of(balance.Sku, balance.Spot, balance.Start), balance);
        tables.BlockBalanceKeys.Set(KeyInBlock(balance), balance);
    }

    public static void Put(LedgerTables tables, Block block, IReadOnlyList<BlockBalance> balances)
    {
        var before = tables.BlockBalanceKeys.From((block.Sku, block.Start, 0, default, 0, 0))
            .TakeWhile(balance => balance.Sku == block.Sku && balance.Start == block.Start);
        foreach (var balance in before)
        {
            Remove(tables, balance);
        }

        tables.Blocks.Set((block.Sku, block.Start), block);
        foreach (var balance in balances)
        {
            Put(tables, balance);
        }
    }

    public static void Add(LedgerTables tables, DayTotal total)
    {
        var key = (total.Sku, total.Pool, total.Date, total.Kind);
        tables.Days.Set(key, !tables.Days.TryGet(key, out var before) ? total : before with
        {
            In = before.In + total.In,
            Out = before.Out + total.Out,
            CostIn = before.CostIn + total.CostIn,
            Entries = before.Entries + total.Entries,
        });
    }

    public static void Put(
        LedgerTables tables, IReadOnlyList<Checkpoint> checkpoints, IReadOnlyList<Layer> layers,
            IReadOnlyList<LayerTake> takes, IReadOnlyList<LotCost> lots)
    {
        foreach (var checkpoint in checkpoints)
        {
            tables.Checkpoints.Set((checkpoint.Sku, checkpoint.Book, checkpoint.Start), checkpoint);
        }

        foreach (var layer in layers)
        {
            tables.Layers.Set((layer.Sku, layer.Book, layer.Key), layer);
        }

        foreach (var take in takes)
        {
            tables.Takes.Set((take.Sku, take.Book, take.Layer, take.Key), take);
        }

        foreach (var lot in lots)
        {
            tables.LotCosts.Set((lot.Sku, lot.Book, lot.Lot, lot.Start), lot);
            tables.LotCostStarts.Set((lot.Sku, lot.Book, lot.Start, lot.Lot), lot);
        }
    }

    public static void Cut(LedgerTables tables, int book, int sku, EntryKey from)
    {
        var (start, end) = (EntryKey.Start, EntryKey.End);
        Remove(tables, tables.Checkpoints.DownFrom((sku, book, end))
            .TakeWhile(checkpoint => checkpoint.Sku == sku && checkpoint.Book == book && checkpoint.Start > from));
        Remove(tables, tables.Layers.DownFrom((sku, book, end))
            .TakeWhile(layer => layer.Sku == sku && layer.Book == book && layer.Key >= from));
        // A later entry may have taken from any earlier layer.
        Remove(tables, tables.Takes.From((sku, book, start, start))
            .TakeWhile(take => take.Sku == sku && take.Book == book)
            .Where(take => take.Key >= from));
        Remove(tables, tables.LotCostStarts.From((sku, book, from, 0))
            .TakeWhile(lot => lot.Sku == sku && lot.Book == book).Where(lot => lot.Start > from));
    }

    /// <summary>Puts the rows of one SKU in the place of those it has.</summary>
    public static void Replace(LedgerTables tables, SkuProjections before, SkuProjections after)
    {
        Remove(tables, before);
        tables.Heads.Set(after.Head.Sku, after.Head);
        Each(after.Positions, position => tables.Positions.Set((position.Sku, position.Key), position));
        Each(after.Holds, total => tables.Holds.Set((total.Sku, total.Key, total.Expires), total));
        Each(after.Supply, row => tables.Supply.Set((row.Sku, row.Key, row.Removal), row));
        Each(after.Needs, row => tables.Needs.Set((row.Sku, row.Key, row.Expires, row.NeededBy), row));
        Each(after.Balances, balance => tables.Balances.Set(Keys.Of(balance.Sku, balance.Spot), balance));
        Each(after.Bins, content => Put(tables, content));
        Each(after.Lots, lot => Put(tables, lot));
        Each(after.Reversed, reversed => tables.Reversed.Set((reversed.Sku, reversed.Sequence), reversed));
        Each(after.Legs, leg => Put(tables, leg));
        Each(after.Allocations, row => tables.Allocations.Set(Keys.Of(row), row));
        Each(after.Days, total => tables.Days.Set((total.Sku, total.Pool, total.Date, total.Kind), total));
        Each(after.Blocks, block => tables.Blocks.Set((block.Sku, block.Start), block));
        Each(after.BlockBalances, balance => Put(tables, balance));
        Put(tables, after.Checkpoints, after.Layers, after.Takes, after.LotCosts);
    }

    /// <summary>How many rows there are.</summary>
    public static int Count(SkuProjections rows) => 1 + rows.Positions.Count + rows.Holds.Count
        + rows.Supply.Count + rows.Needs.Count + rows.Balances.Count + rows.Bins.Count
        + rows.Lots.Count
        + rows.Reversed.Count + rows.Legs.Count + rows.Allocations.Count + rows.Days.Count
        + rows.Blocks.Count + rows.BlockBalances.Count
        + rows.Checkpoints.Count + rows.Layers.Count + rows.Takes.Count + rows.LotCosts.Count;

    private static void Remove(LedgerTables tables, SkuProjections rows)
    {
        Each(rows.Positions, position => tables.Positions.Remove((position.Sku, position.Key)));
        Each(rows.Holds, total => tables.Holds.Remove((total.Sku, total.Key, total.Expires)));
        Each(rows.Supply, row => tables.Supply.Remove((row.Sku, row.Key, row.Removal)));
        Each(rows.Needs, row => tables.Needs.Remove((row.Sku, row.Key, row.Expires, row.NeededBy)));
        Each(rows.Balances, balance => tables.Balances.Remove(Keys.Of(balance.Sku, balance.Spot)));
        Each(rows.Bins, content => Remove(tables, content));
        Each(rows.Lots, lot => Remove(tables, lot.Row));
        Each(rows.Reversed, reversed => tables.Reversed.Remove((reversed.Sku, reversed.Sequence)));
        Each(rows.Legs, leg => Remove(tables, leg));
        Each(rows.Allocations, row => tables.Allocations.Remove(Keys.Of(row)));
        Each(rows.Days, total => tables.Days.Remove((total.Sku, total.Pool, total.Date, total.Kind)));
        Each(rows.Blocks, block => tables.Blocks.Remove((block.Sku, block.Start)));
        Each(rows.BlockBalances, balance => Remove(tables, balance));
        Remove(tables, rows.Checkpoints);
        Remove(tables, rows.Layers);
        Remove(tables, rows.Takes);
        Remove(tables, rows.LotCosts);
    }

    private static void Remove(LedgerTables tables, BinContent content)
    {
        tables.Bins.Remove((content.Place, content.Sku));
        tables.SkuBins.Remove((content.Sku, content.Place));
    }

    private static void Remove(LedgerTables tables, LotBalance lot)
    {
        tables.Lots.Remove((lot.Lot.Sku, lot.Lot.Number));
        tables.LotCodes.Remove((lot.Lot.Sku, new(lot.Lot.CodeKey)));
    }

    private static void Remove(LedgerTables tables, ReservationLeg leg)
    {
        var (commit, ordinal, number) = leg.Key;
        tables.Legs.Remove((leg.Sku, commit, ordinal, number));
        if (leg.Terms.Holder is { } holder)
        {
            tables.HolderLegs.Remove((new(holder), leg.Sku, commit, ordinal, number));
        }
    }

    private static (int Sku, EntryKey Start, int Place, StockStatus Status, int Owner, int Grade) KeyInBlock(
        BlockBalance balance) =>
        (balance.Sku, balance.Start, balance.Spot.Place, balance.Spot.Status, balance.Spot.Owner, balance.Spot.Grade);

    private static void Remove(LedgerTables tables, BlockBalance balance)
    {
        tables.BlockBalances.Remove(Keys.Of(balance.Sku, balance.Spot, balance.Start));
        tables.BlockBalanceKeys.Remove(KeyInBlock(balance));
    }

    private static void Remove(LedgerTables tables, IEnumerable<Checkpoint> checkpoints) =>
        Each(checkpoints, checkpoint => tables.Checkpoints.Remove((checkpoint.Sku, checkpoint.Book, checkpoint.Start)));

    private static void Remove(LedgerTables tables, IEnumerable<Layer> layers) =>
        Each(layers, layer => tables.Layers.Remove((layer.Sku, layer.Book, layer.Key)));

    private static void Remove(LedgerTables tables, IEnumerable<LayerTake> takes) =>
        Each(takes, take => tables.Takes.Remove((take.Sku, take.Book, take.Layer, take.Key)));

    private static void Remove(LedgerTables tables, IEnumerable<LotCost> lots) => Each(lots, lot =>
    {
        tables.LotCosts.Remove((lot.Sku, lot.Book, lot.Lot, lot.Start));
        tables.LotCostStarts.Remove((lot.Sku, lot.Book, lot.Start, lot.Lot));
    });

    private static void Each<T>(IEnumerable<T> rows, Action<T> action)
    {
        foreach (var row in rows)
        {
            action(row);
        }
    }
}
