using System.Globalization;
using System.Runtime.InteropServices;
using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>
/// Checks that what leaves is there: now, at every later instant a late fact touches, and beyond what is promised.
/// </summary>
internal static class Sufficiency
{
    /// <summary>Asks for the balances and positions that the lines touch.</summary>
    public static void Load(ref Working work, List<PlannedLine> plan)
    {
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(plan))
        {
            Load(ref work, line, line.From, line.FromPlace);
            Load(ref work, line, line.To, line.ToPlace);
        }
    }

    /// <summary>
    /// Demand is summed per spot and per pool before any check; what comes in by the same command does not count.
    /// </summary>
    public static void Check(ref Working work, MovementKind kind, List<PlannedLine> plan)
    {
        var lines = CollectionsMarshal.AsSpan(plan);
        CheckSpots(ref work, lines);
        CheckPools(ref work, kind, lines);
    }

    /// <summary>
    /// Asks for the balance and the position at one spot, unless they are loaded: a row loaded again would replace one
    /// that this very batch has changed.
    /// </summary>
    public static void Load(ref Working work, in PlannedLine line, Spot spot, Locations.Location place)
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

        var key = spot.In(place.Pool);
        if (!line.Window.TryGetPosition(key, work.Moment.Now, out _))
        {
            work.Needs.Positions.Add((sku, key));
        }
    }

    private static void CheckSpots(ref Working work, ReadOnlySpan<PlannedLine> plan)
    {
        if (plan.Length == 1)
        {
            CheckSpot(ref work, plan[0], plan[0].Quantity);
            return;
        }

        var demands = new Dictionary<(SkuWindow, Spot), long>();
        foreach (ref readonly var line in plan)
        {
            if (!line.IsCompensation)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(demands, (line.Window, line.From), out _) += line.Quantity;
            }
        }

        // Each demand is checked once, and its first line answers for it.
        foreach (ref readonly var line in plan)
        {
            if (demands.Remove((line.Window, line.From), out var demand))
            {
                CheckSpot(ref work, line, demand);
            }
        }
    }

    // Two lines may have different instants only through compensation, so one late line makes its whole spot late.
    private static void CheckSpot(ref Working work, in PlannedLine line, long demand)
    {
        if (!line.FromPlace.IsOwn)
        {
            return;
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

    private static void CheckPools(ref Working work, MovementKind kind, ReadOnlySpan<PlannedLine> plan)
    {
        if (plan.Length == 1)
        {
            ref readonly var only = ref plan[0];
            CheckPool(ref work, only, Leaving(kind, only) - Entering(only, only.FromKey), IsGuarded(kind, only));
            return;
        }

        var losses = new Dictionary<(SkuWindow, PositionKey), (long Lost, bool IsGuarded)>();
        foreach (ref readonly var line in plan)
        {
            AddLoss(losses, (line.Window, line.FromKey), Leaving(kind, line), IsGuarded(kind, line));
            AddLoss(losses, (line.Window, line.ToKey), -Entering(line, line.ToKey), isGuarded: false);
        }

        foreach (ref readonly var line in plan)
        {
            if (line.FromPlace.IsOwn && losses.Remove((line.Window, line.FromKey), out var loss))
            {
                CheckPool(ref work, line, loss.Lost, loss.IsGuarded);
            }
        }
    }

    private static void AddLoss(
        Dictionary<(SkuWindow, PositionKey), (long Lost, bool IsGuarded)> losses, (SkuWindow, PositionKey) at,
        long lost, bool isGuarded)
    {
        if (lost != 0)
        {
            ref var so = ref CollectionsMarshal.GetValueRefOrAddDefault(losses, at, out _);
            so = (so.Lost + lost, so.IsGuarded || isGuarded);
        }
    }

    // Sellable units leave the pool, or stop being sellable; what leaves for whom it was promised to was not free.
    private static long Leaving(MovementKind kind, in PlannedLine line) =>
        line is
        {
            CompensatedAt: 0, IsCompensation: false, Fulfils: null, From.Status: StockStatus.Available,
            FromPlace.IsOwn: true
        }
        && !MovementRules.StatesTruth(kind, line.To.Status)
            ? line.Quantity
            : 0;

    // What a place that may be overdrawn gives is no breach by itself.
    private static bool IsGuarded(MovementKind kind, in PlannedLine line) =>
        Leaving(kind, line) != 0 && line.FromPlace.Floor == 0;

    private static long Entering(in PlannedLine line, PositionKey key) =>
        line is { CompensatedAt: 0, IsCompensation: false, IsEntryCompensated: false, To.Status: StockStatus.Available }
        && line.FromPlace.IsOwn && line.ToPlace.IsOwn && line.ToKey == key
            ? line.Quantity
            : 0;

    private static void CheckPool(ref Working work, in PlannedLine line, long lost, bool isGuarded)
    {
        // Where goods may go bad, which of them leave decides: see DatedKeeping.
        if (!isGuarded || lost <= 0 || line.Window.HasDates)
        {
            return;
        }

        var position = line.Window.PositionOf(line.FromKey);
        if (position.Free < lost && position.Committed + position.Held > 0)
        {
            var sku = line.Window.Sku;
            work.Refuse(ErrorCodes.Insufficient, Working.Path("quantity", line.Line), sku.ToQuantity(lost).ToString(),
                sku.ToQuantity(Math.Max(0, position.Free)).ToString(),
                $"{sku.Code}: {sku.ToQuantity(lost)} would leave the sellable stock, but {sku.ToQuantity(position.Committed + position.Held)} "
                + $"of {sku.ToQuantity(position.Sellable)} are promised; take at most {sku.ToQuantity(Math.Max(0, position.Free))}.");
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
