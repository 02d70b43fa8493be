using Inventory.Ledger;
using Inventory.Valuation;

namespace Inventory.Core.Tests.Support;

/// <summary>
/// Folds a SKU's whole history into its inline book, and opens the book anew with as small a window as was asked for.
/// </summary>
internal static class MemoryBooks
{
    /// <summary>
    /// The book after the last entry, with open layers for at least a quantity; null opens all of them.
    /// </summary>
    public static BookFold Open(MemoryLedger ledger, int sku, long? cover)
    {
        var fold = FoldAll(ledger, sku, out _);
        if (fold is SpecificFold all && cover is not null)
        {
            return new SpecificFold(all.State, number => ledger.Locations[number]);
        }

        if (fold is not FifoFold fifo || cover is not { } wanted)
        {
            return fold;
        }

        var state = fold.State;
        var takes = fifo.NewTakes.Where(take => take.Layer >= state.Front).ToList();
        wanted += state.FrontTaken + takes.Sum(take => take.Quantity);
        var layers = new List<Layer>();
        var open = fifo.NewLayers.Where(layer => layer.Key >= state.Front).ToList();
        foreach (var layer in open.TakeWhile(_ => wanted > 0 || layers.Count == 0))
        {
            layers.Add(layer);
            wanted -= layer.Quantity;
        }

        return new FifoFold(
            ledger.InlineBook!.Number, state, number =>
                ledger.Locations[number], layers, takes, layers.Count == open.Count);
    }

    /// <summary>Puts lots into an open book that did not hold them.</summary>
    public static void PutLots(MemoryLedger ledger, int sku, BookFold? open, IReadOnlyCollection<long> lots)
    {
        if (open is SpecificFold fold)
        {
            var all = (SpecificFold)FoldAll(ledger, sku, out _);
            fold.Put(lots, all.Changed(1, sku, EntryKey.End).Where(lot => lots.Contains(lot.Lot)));
        }
    }

    /// <summary>The fold of the whole history in effective order, with what each entry cost.</summary>
    public static BookFold FoldAll(MemoryLedger ledger, int sku, out Dictionary<long, long?> costs)
    {
        var book = ledger.InlineBook!;
        BookFold fold = book.Method switch
        {
            CostMethod.Fifo => new FifoFold(
                book.Number, BookState.Empty, number => ledger.Locations[number], [], [], complete: true),
            CostMethod.Specific => new SpecificFold(BookState.Empty, number => ledger.Locations[number]),
            _ => new AverageFold(BookState.Empty, number => ledger.Locations[number]),
        };
        (fold as SpecificFold)?.Put([0, .. ledger.Lots.Keys.Where(lot => lot.Sku == sku).Select(lot => lot.Lot)], []);
        costs = [];
        foreach (var entry in ledger.Timeline(sku))
        {
            costs[entry.Sequence] = fold.Fold(entry, OriginalCost(ledger, entry, costs));
        }

        return fold;
    }

    // The inline book keeps what it posted; where nothing was posted, the share of what the same units cost when they
    // left.
    private static long? OriginalCost(MemoryLedger ledger, Entry entry, Dictionary<long, long?> costs)
    {
        if (entry.Reverses == 0 || entry.Cost is not null)
        {
            return entry.Cost;
        }

        var original = ledger.EntriesOf(entry.Sku)[(int)entry.Reverses - 1];
        return costs[entry.Reverses] is { } cost ? Split.Prefix(cost, entry.Quantity, original.Quantity) : null;
    }
}
