using System.Globalization;
using System.Runtime.InteropServices;
using Inventory.Catalog;
using Inventory.Locations;

namespace Inventory.Decisions;

/// <summary>Checks that there is room for what comes into bins whose capacity is limited.</summary>
/// <remarks>
/// What lies in the bin must still be the same when the batch is written, so that two processes never fill the last
/// room twice. Limits and measures are master data, guarded by the version of the catalogue.
/// </remarks>
internal static class CapacityCheck
{
    public static void Check(ref Working work, List<PlannedLine> plan)
    {
        HashSet<int>? seen = null;
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(plan))
        {
            // What stays in its bin takes no more room than before.
            if (line.ToPlace.Details.Capacity is { } capacity && line.FromPlace.Number != line.ToPlace.Number
                && (seen ??= []).Add(line.ToPlace.Number))
            {
                Check(ref work, plan, line, capacity);
            }
        }
    }

    private static void Check(
        ref Working work, List<PlannedLine> plan, in PlannedLine line, BinCapacity capacity)
    {
        var place = line.ToPlace;
        var incoming = Incoming(plan, place.Number);
        if (incoming.Values.All(change => change <= 0))
        {
            return;
        }

        if (FindBefore(ref work, place.Number) is not { } before)
        {
            return;
        }

        var after = new Dictionary<Sku, long>(before, ReferenceEqualityComparer.Instance);
        foreach (var (window, change) in incoming)
        {
            after[window.Sku] = after.GetValueOrDefault(window.Sku) + change;
        }

        foreach (var (measure, limit) in capacity.Limits)
        {
            var unknown = incoming.FirstOrDefault(
                each => each.Value > 0 && !BinUse.IsKnown(measure, each.Key.Sku)).Key;
            if (unknown is not null && capacity.Policy == CapacityPolicy.Reject)
            {
                RefuseUnknown(ref work, line, measure, unknown.Sku);
            }

            var (used, now) = (Use(measure, before), Use(measure, after));
            if (now > limit && now > used)
            {
                Exceed(ref work, line, capacity.Policy, new OverCapacity(place.Code, measure, limit, now), used);
            }
        }

        work.Change.Promised.Bins.Add(place.Number);
    }

    // What the command as a whole brings in, or takes out.
    private static Dictionary<SkuWindow, long> Incoming(List<PlannedLine> plan, int place)
    {
        var incoming = new Dictionary<SkuWindow, long>();
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(plan))
        {
            var change = (line.To.Place == place ? line.Quantity : 0) - (line.From.Place == place ? line.Quantity : 0);
            CollectionsMarshal.GetValueRefOrAddDefault(incoming, line.Window, out _) += change;
        }

        return incoming;
    }

    private static Dictionary<Sku, long>? FindBefore(ref Working work, int place)
    {
        if (!work.Stock.TryGetBin(place, out var bin))
        {
            work.Needs.Bins.Add(place);
            return null;
        }

        var before = new Dictionary<Sku, long>(ReferenceEqualityComparer.Instance);
        foreach (var (number, steps) in bin.Rows)
        {
            if (work.Stock.FindSku(number) is { } window)
            {
                before.Add(window.Sku, steps);
            }
            else
            {
                work.Needs.SkuNumbers.Add(number);
            }
        }

        return work.IsLoaded ? before : null;
    }

    private static long Use(CapacityMeasure measure, Dictionary<Sku, long> contents) =>
        BinUse.Of(measure, contents.Select(content => (content.Key, content.Value)));

    private static void Exceed(
        ref Working work, in PlannedLine line, CapacityPolicy policy, OverCapacity over, long used)
    {
        if (policy == CapacityPolicy.Warn)
        {
            work.Change.Reply = work.Change.Reply with { OverCapacity = [.. work.Change.Reply.OverCapacity, over] };
            return;
        }

        var free = Math.Max(0, over.Limit - used);
        work.Refuse(ErrorCodes.Capacity, Working.Path("to", line.Line), $"{Text(over.Used - used)} {over.Measure}",
            $"{Text(free)} {over.Measure}",
            $"{over.Location} has room for {Text(over.Limit)} {over.Measure}, of which {Text(free)} are free; "
            + $"{Text(over.Used - used)} more would come in. Bring less, or put it elsewhere.");
    }

    private static void RefuseUnknown(ref Working work, in PlannedLine line, CapacityMeasure measure, Sku sku) =>
        work.Refuse(ErrorCodes.Capacity, Working.Path("to", line.Line), $"unknown {measure}", null,
            $"The room of {line.ToPlace.Code} is limited in {measure}, which are unknown of {sku.Code}; "
            + "set the measures or the pallet of the SKU, or put it elsewhere.");

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
