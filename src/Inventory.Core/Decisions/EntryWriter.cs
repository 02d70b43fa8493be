using Inventory.Ledger;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>Makes the entries of a plan that has passed every check.</summary>
internal static class EntryWriter
{
    public static void Write(ref Working work, List<PlannedLine> plan, EntryHeader header)
    {
        var entries = new Entry[plan.Count];

        // The last sequence and the latest instant of each SKU, lines of this command included.
        var last = plan.Count == 1 ? null : new Dictionary<SkuWindow, (long Sequence, long Latest)>();
        for (var i = 0; i < entries.Length; i++)
        {
            var line = plan[i];
            var (before, latest) = last?.GetValueOrDefault(line.Window) ?? default;
            (before, latest) = before == 0 ? (line.Window.Sequence, line.Window.Effective) : (before, latest);
            var place = line.ToPlace.IsOwn ? line.ToPlace : line.FromPlace;
            entries[i] = new Entry
            {
                Sku = line.Window.Sku.Number,
                Sequence = before + 1,
                Quantity = line.Quantity,
                From = line.From,
                To = line.To,
                Kind = line.IsCompensation ? MovementKind.Count : line.Kind ?? header.Kind,
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
            if (last is not null)
            {
                last[line.Window] = (before + 1, Math.Max(latest, line.Effective));
            }
        }

        work.Change.Entries = entries;
    }
}
