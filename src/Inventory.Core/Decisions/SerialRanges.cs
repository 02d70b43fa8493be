using System.Globalization;
using System.Runtime.InteropServices;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Lots;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>Makes one planned line per serial of the lines that name serials by range.</summary>
internal static class SerialRanges
{
    /// <summary>How many clashes a refusal lists.</summary>
    private const int ListedMax = 20;

    /// <summary>Puts the serials of each line in its place, or refuses them all.</summary>
    public static void Expand(ref Working work, PostMovement movement, List<PlannedLine> plan)
    {
        if (!HasAny(movement))
        {
            return;
        }

        Check(ref work, movement, plan);
        if (!work.IsClear)
        {
            return;
        }

        PlannedLine[] asked = [.. plan];
        plan.Clear();
        var seen = new HashSet<(int Sku, string CodeKey)>();
        var clashes = new Clashes();
        foreach (ref readonly var line in asked.AsSpan())
        {
            if (movement.Lines[line.Line].Serials is { } ranges)
            {
                Expand(line, ranges, plan, seen, clashes);
            }
            else
            {
                plan.Add(line);
            }
        }

        clashes.Refuse(ref work, "are named twice; name each serial once");
    }

    /// <summary>Refuses ranges that bring in what is in stock.</summary>
    public static void CheckEntering(ref Working work, List<PlannedLine> plan)
    {
        Clashes? clashes = null;
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(plan))
        {
            if (line.Serial is { } serial && !line.FromPlace.IsOwn && line.To.Lot != 0
                && line.Window.LotByNumber(line.To.Lot) is { OnHand: > 0 })
            {
                (clashes ??= new Clashes()).Add(line.Line, serial);
            }
        }

        clashes?.Refuse(ref work, "are in stock already; look up their last movements");
    }

    // Most movements have none, and an enumerator would be garbage for each of them.
    private static bool HasAny(PostMovement movement)
    {
        for (var i = 0; i < movement.Lines.Count; i++)
        {
            if (movement.Lines[i].Serials is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static void Expand(
        in PlannedLine line, IReadOnlyList<SerialRange> ranges, List<PlannedLine> plan,
        HashSet<(int Sku, string CodeKey)> seen, Clashes clashes)
    {
        var sku = line.Window.Sku;
        var count = ranges.Sum(range => range.CountSerials());
        var part = line;
        part.Quantity = line.Quantity / count;
        var (number, spent) = (0L, 0L);
        foreach (var serial in ranges.SelectMany(range => range.EnumerateSerials()))
        {
            number++;
            if (!seen.Add((sku.Number, Codes.Fold(serial))))
            {
                clashes.Add(line.Line, serial);
            }

            part.Serial = serial;
            if (line.Cost is { } total)
            {
                // The same cut as inside a layer: the shares sum to the total.
                var upTo = Valuation.Split.Prefix(total, number, count);
                part.Cost = upTo - spent;
                spent = upTo;
            }

            plan.Add(part);
        }
    }

    private static void Check(ref Working work, PostMovement movement, List<PlannedLine> plan)
    {
        var all = 0L;
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(plan))
        {
            var asked = movement.Lines[line.Line];
            if (asked.Serials is not { } ranges)
            {
                continue;
            }

            var sku = line.Window.Sku;
            if (sku.Tracking != Tracking.Serial || asked.Lot is not null)
            {
                Refuse(ref work, line.Line, asked.Lot, "no lot, and a SKU tracked by serial",
                    $"Ranges of serials are for SKUs tracked by serial, in the place of the lot; {sku.Code} is tracked by {sku.Tracking}.");
                continue;
            }

            var bad = ranges.FirstOrDefault(range => range is null || range.CountSerials() == 0);
            var count = ranges.Sum(range => range?.CountSerials() ?? 0);
            all += count;
            if (ranges.Count == 0 || ranges.Any(range => range is null || range.CountSerials() == 0))
            {
                Refuse(ref work, line.Line, bad is null ? null : $"{bad.First} to {bad.Last}",
                    "ends of one length that differ in their last digits, the first not after the last",
                    $"Line {line.Line} names serials that make no range; write both ends in full, such as SN-0001 to SN-0100.");
            }
            else if (sku.ToQuantity(line.Quantity).Amount != count)
            {
                Refuse(ref work, line.Line, sku.ToQuantity(line.Quantity).ToString(), count
                    .ToString(CultureInfo.InvariantCulture),
                    $"Line {line.Line} moves {sku.ToQuantity(line.Quantity)}, but names {count} serials; each is one unit.");
            }
        }

        if (all > PostMovement.SerialsMax)
        {
            work.Refuse(ErrorCodes.InvalidSerialRange, "lines", all.ToString(CultureInfo.InvariantCulture),
                $"at most {PostMovement.SerialsMax}",
                $"The command names {all} serials; send at most {PostMovement.SerialsMax} at a time.");
        }
    }

    private static void Refuse(ref Working work, int line, string? actual, string allowed, string message) =>
        work.Refuse(ErrorCodes.InvalidSerialRange, Working.Path("serials", line), actual, allowed, message);

    /// <summary>Serials of one command that clash, the first of them by name.</summary>
    private sealed class Clashes
    {
        private readonly List<string> _first = [];
        private int _line;
        private int _count;

        public void Add(int line, string serial)
        {
            if (_count++ == 0)
            {
                _line = line;
            }

            if (_first.Count < ListedMax)
            {
                _first.Add(serial);
            }
        }

        public void Refuse(ref Working work, string why)
        {
            if (_count > 0)
            {
                var listed = string.Join(", ", _first);
                SerialRanges.Refuse(ref work, _line, listed, "serials that do not clash",
                    string.Create(CultureInfo.InvariantCulture, $"{_count} serials {why}: {listed}{(_count > _first.Count ? ", ..." : string.Empty)}."));
            }
        }
    }
}
