using System.Runtime.InteropServices;
using Inventory.Valuation;

namespace Inventory.Decisions;

/// <summary>Asks for the inline book where a reply needs its cost.</summary>
internal static class BookNeeds
{
    // What is undone takes its own layer, however far behind the front of the queue that is. A command moves
    // 104,096 lots at most.
    private const long AllLayers = long.MaxValue / 262_144;

    public static void Ask(ref Working work, List<PlannedLine> plan)
    {
        if (work.Stock.InlineBook is null)
        {
            return;
        }

        var lines = CollectionsMarshal.AsSpan(plan);
        if (lines.Length == 1)
        {
            Ask(ref work, lines[0], Taken(lines[0]));
            return;
        }

        var taken = new Dictionary<SkuWindow, long>();
        foreach (ref readonly var line in lines)
        {
            CollectionsMarshal.GetValueRefOrAddDefault(taken, line.Window, out _) += Taken(line);
        }

        foreach (ref readonly var line in lines)
        {
            Ask(ref work, line, taken[line.Window]);
        }
    }

    private static long Taken(in PlannedLine line) =>
        !line.IsFromOurs || line.IsToOurs ? 0 : line.Reverses.Sequence == 0 ? line.Quantity : AllLayers;

    // The reply of a late fact carries no cost.
    private static void Ask(ref Working work, in PlannedLine line, long taken)
    {
        var window = line.Window;
        if (line.Effective < window.Effective)
        {
            return;
        }

        if (window.Book is null || (window.Book is FifoFold fifo && !fifo.Covers(taken)))
        {
            work.Needs.Book(window.Sku.Number, taken);
        }

        // A lot that this command makes begins empty.
        var lot = line.IsFromOurs ? line.From.Lot : line.To.Lot;
        if (line.IsFromOurs != line.IsToOurs
            && work.Stock.InlineBook!.Method == CostMethod.Specific && lot <= window.LotCount
            && (window.Book as SpecificFold)?.Holds(lot) != true)
        {
            work.Needs.BookLots.Add((window.Sku.Number, lot));
        }
    }
}
