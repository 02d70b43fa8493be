using Inventory.Ledger;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>Makes the entries of a plan that has passed every check.</summary>
internal static class EntryWriter
{
    public static void Write(ref Working work, List<PlannedLine> plan, EntryHeader header)
    {
        var entries = new Entry[plan.Count];
        for (var i = 0; i < entries.Length; i++)
        {
            var line = plan[i];
            var (before, latest) = Before(entries.AsSpan(0, i), line.Window);
            var place = line.ToPlace.IsOwn ? line.ToPlace : line.FromPlace;
            entries[i] = new Entry
            {
                Sku = line.Window.Sku.Number,
                Sequence = before + 1,
                Quantity = line.Quantity,
                From = line.From,
                To = line.To,
                Kind = line.IsCompensation ? MovementKind.Count : header.Kind,
                Recorded = Math.Max(work.Moment.Now, line.Window.Recorded),
                Effective = line.Effective,
                Occurred = header.HasOccurred ? header.Occurred : line.Effective,
                BusinessDate = Micros.BusinessDate(line.Effective, place.TimeZone),
                Cost = line.Cost,
                Reason = header.Reason,
                Counted = line.Counted,
                Reverses = line.Reverses.Sequence,
                ReversesEffective = line.Reverses.Effective,
                IsLate = line.Effective < latest,
                Line = line.Line,
                DocumentLine = line.DocumentLine,
                Ordinal = work.Moment.Ordinal,
            };
        }

        work.Change.Entries = entries;
        work.Change.Reply = work.Change.Reply with { AtRisk = AtRisk(entries, plan, header.Kind) };
    }

    // The last sequence and the latest instant of the SKU, lines of this command included.
    private static (long Sequence, long Latest) Before(ReadOnlySpan<Entry> earlier, SkuWindow window)
    {
        var (sequence, latest) = (window.Sequence, window.Effective);
        foreach (var entry in earlier)
        {
            if (entry.Sku == window.Sku.Number)
            {
                sequence = entry.Sequence;
                latest = Math.Max(latest, entry.Effective);
            }
        }

        return (sequence, latest);
    }

    private static long AtRisk(Entry[] entries, List<PlannedLine> plan, MovementKind kind)
    {
        if (!MovementRules.StatesTruth(kind))
        {
            return 0;
        }

        var lost = new Dictionary<(SkuWindow Window, int Pool), long>();
        for (var i = 0; i < entries.Length; i++)
        {
            if (plan[i].FromPlace.IsOwn && plan[i].From.Status == StockStatus.Available)
            {
                var key = (plan[i].Window, plan[i].FromPlace.Pool);
                lost[key] = lost.GetValueOrDefault(key) + entries[i].Quantity;
            }
        }

        return lost.Sum(pair => Broken(pair.Key.Window.PositionOf(pair.Key.Pool), pair.Value));
    }

    // A pool can also be short of units that nobody was promised.
    private static long Broken(Position before, long lost) =>
        Math.Min(before.Committed + before.Held, Math.Max(0, lost - before.Available));
}
