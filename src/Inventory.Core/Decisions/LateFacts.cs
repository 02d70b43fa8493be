using System.Runtime.InteropServices;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>Guards counted stock against facts that arrive later and are effective before the count.</summary>
internal static class LateFacts
{
    /// <summary>
    /// Refuses a line that would move counted stock, or adds its opposite at the instant of the count.
    /// </summary>
    public static void CheckCounts(ref Working work, CountedPolicy policy, List<PlannedLine> plan)
    {
        var asked = plan.Count;
        for (var i = 0; i < asked; i++)
        {
            ref readonly var planned = ref CollectionsMarshal.AsSpan(plan)[i];
            var left = CountedAt(planned, planned.From, planned.FromPlace);
            var entered = CountedAt(planned, planned.To, planned.ToPlace);
            if (left == 0 && entered == 0)
            {
                continue;
            }

            var line = planned;

            if (policy == CountedPolicy.Refuse)
            {
                Refuse(ref work, line, Math.Max(left, entered));
                continue;
            }

            line.CompensatedAt = left;
            line.IsEntryCompensated = entered != 0;
            plan[i] = line;
            if (left != 0)
            {
                plan.Add(Opposite(work.Stock, line, left, found: true));
            }

            if (entered != 0)
            {
                plan.Add(Opposite(work.Stock, line, entered, found: false));
            }
        }
    }

    private static long CountedAt(in PlannedLine line, Spot spot, Location place)
    {
        if (!place.IsOwn)
        {
            return 0;
        }

        var counted = line.Window.BalanceOf(spot).CountedAt;
        return counted > line.Effective ? counted : 0;
    }

    private static PlannedLine Opposite(Stock stock, PlannedLine line, long at, bool found)
    {
        var loss = stock.Location(WellKnownLocations.LossNumber);
        var outside = (found ? line.From : line.To) with { Place = loss.Number, Status = StockStatus.Available };
        line.Effective = at;
        line.IsCompensation = true;
        line.Cost = null;
        (line.To, line.ToPlace, line.From, line.FromPlace) = found
            ? (line.From, line.FromPlace, outside, loss)
            : (outside, loss, line.To, line.ToPlace);
        return line;
    }

    private static void Refuse(ref Working work, in PlannedLine line, long counted) =>
        work.Refuse(ErrorCodes.Counted, "effective", Micros.Text(line.Effective), $"after {Micros.Text(counted)}",
            $"{line.Window.Sku.Code} was counted at {Micros.Text(counted)}, after this movement's effective time; send it with a later time, "
            + "or ask for it to be compensated.");
}
