using System.Globalization;
using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>
/// Checks that what leaves is there: now, at every later instant a late fact touches, and beyond what is
/// promised.
/// </summary>
internal static class Sufficiency
{
    /// <summary>Asks for the balances and positions that the lines touch.</summary>
    public static void Load(ref Working work, List<PlannedLine> plan)
    {
        foreach (var line in plan)
        {
            Load(ref work, line, line.From, line.FromPlace);
            Load(ref work, line, line.To, line.ToPlace);
        }
    }

    /// <summary>
    /// Demand is summed per spot and per pool before any check; what comes in by the same command does not
    /// count.
    /// </summary>
    public static void Check(ref Working work, MovementKind kind, List<PlannedLine> plan)
    {
        for (var i = 0; i < plan.Count; i++)
        {
            var line = plan[i];
            if (line.FromPlace.IsOwn && !line.IsCompensation && IsFirst(plan, i, byPool: false))
            {
                CheckSpot(ref work, plan, line);
            }
        }

        if (MovementRules.StatesTruth(kind))
        {
            return;
        }

        for (var i = 0; i < plan.Count; i++)
        {
            if (plan[i].FromPlace.IsOwn && IsFirst(plan, i, byPool: true))
            {
                CheckPromises(ref work, plan, plan[i]);
            }
        }
    }

    private static void Load(ref Working work, in PlannedLine line, Spot spot, Locations.Location place)
    {
        if (!place.IsOwn)
        {
            return;
        }

        var sku = line.Window.Sku.Number;
        if (!line.Window.TryGetBalance(spot, out _))
        {
            work.Needs.Balances.Add((sku, spot));
        }

        if (!line.Window.TryGetPosition(place.Pool, out _))
        {
            work.Needs.Positions.Add((sku, place.Pool));
        }
    }

    // Two lines may have different instants only through compensation, so one late line makes its whole spot late.
    private static bool IsFirst(List<PlannedLine> plan, int index, bool byPool)
    {
        for (var i = 0; i < index; i++)
        {
            if (plan[i].Window == plan[index].Window && plan[i].FromPlace.IsOwn
                && (byPool ? plan[i].FromPlace.Pool == plan[index].FromPlace.Pool : plan[i].From == plan[index].From))
            {
                return false;
            }
        }

        return true;
    }

    private static void CheckSpot(ref Working work, List<PlannedLine> plan, in PlannedLine line)
    {
        var demand = 0L;
        foreach (var other in plan)
        {
            demand += other.Window == line.Window && other.From == line.From && !other.IsCompensation
                ? other.Quantity : 0;
        }

        // A place may be short of goods that are alike, but not of a serial that is somewhere else.
        var floor = line.Window.Sku.Tracking == Tracking.Serial ? 0 : line.FromPlace.Floor;
        if (floor == long.MinValue)
        {
            return;
        }

        if (line.Effective >= line.Window.Effective)
        {
            var there = line.Window.BalanceOf(line.From).Quantity;
            if (there - demand < floor)
            {
                Refuse(ref work, line, demand, there - floor, null);
            }

            return;
        }

        var question = new LowQuestion(
            line.Window.Sku.Number, line.From, line.Effective, line.CompensatedAt == 0 ? long.MaxValue
                : line.CompensatedAt);
        if (!line.Window.TryGetLow(question, out var low))
        {
            work.Needs.Lows.Add(question);
        }
        else if (low.Quantity - demand < floor)
        {
            Refuse(ref work, line, demand, low.Quantity - floor, low.At);
        }
    }

    private static void CheckPromises(ref Working work, List<PlannedLine> plan, in PlannedLine line)
    {
        // Sellable units leave the pool, or stop being sellable. What a place that may be overdrawn gives is
        // no breach by itself.
        var pool = line.FromPlace.Pool;
        var (lost, isGuarded) = (0L, false);
        foreach (var other in plan)
        {
            if (other.Window != line.Window || other.CompensatedAt != 0 || other.IsCompensation)
            {
                continue;
            }

            if (other.FromPlace.Pool == pool && other.From.Status == StockStatus.Available)
            {
                lost += other.Quantity;
                isGuarded |= other.FromPlace.Floor == 0;
            }

            lost -= other.ToPlace.Pool == pool && other.To.Status == StockStatus.Available && other.FromPlace.IsOwn
                && !other.IsEntryCompensated ? other.Quantity : 0;
        }

        if (!isGuarded)
        {
            return;
        }

        var position = line.Window.PositionOf(pool);
        if (lost > 0 && position.Available < lost && position.Committed + position.Held > 0)
        {
            var sku = line.Window.Sku;
            work.Refuse(ErrorCodes.Insufficient, Working.Path("quantity", line.Line), sku.ToQuantity(lost).ToString(),
                sku.ToQuantity(Math.Max(0, position.Available)).ToString(),
                $"{sku.Code}: {sku.ToQuantity(lost)} would leave the sellable stock, but {sku.ToQuantity(position.Committed + position.Held)} "
                + $"of {sku.ToQuantity(position.Sellable)} are promised; take at most {sku.ToQuantity(Math.Max(0, position.Available))}.");
        }
    }

    private static void Refuse(ref Working work, in PlannedLine line, long demand, long available, long? at)
    {
        var sku = line.Window.Sku;
        var allowed = sku.ToQuantity(Math.Max(0, available));
        var instant = at is { } micros ? string.Create(CultureInfo.InvariantCulture, $" at {Micros.Text(micros)}")
            : string.Empty;
        work.Refuse(ErrorCodes.Insufficient, Working.Path("quantity", line.Line), sku.ToQuantity(demand).ToString(),
            allowed.ToString(),
            $"{sku.Code}: {sku.ToQuantity(demand)} asked from {line.FromPlace.Code}, but only {allowed} can be taken{instant}; "
            + "take less or receive first.");
    }
}
