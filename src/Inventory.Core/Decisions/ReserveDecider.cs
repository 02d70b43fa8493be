using System.Globalization;
using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Policies;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>Decides promises on the available units of pools.</summary>
internal static class ReserveDecider
{
    public static void Decide(ref Working work, ReserveStock reserve)
    {
        var expires = CheckFields(ref work, reserve);
        if (reserve.Lines.Count is 0 or > ReserveStock.LinesMax)
        {
            work.Refuse(ErrorCodes.InvalidReservation, "lines",
                reserve.Lines.Count.ToString(CultureInfo.InvariantCulture), $"1 to {ReserveStock.LinesMax}",
                $"A reservation has 1 to {ReserveStock.LinesMax} lines; split it.");
            return;
        }

        var channel = reserve.Channel is null ? null : work.FindChannel(reserve.Channel, "channel");
        var demands = new List<ReservationDemand>(reserve.Lines.Count);
        for (var i = 0; i < reserve.Lines.Count; i++)
        {
            if (DemandReader.Read(ref work, reserve, i, channel) is { } demand)
            {
                demands.Add(demand);
            }
        }

        var own = OwnHolds(ref work, reserve);
        var replaced = Replaced(demands, own);
        OrderRules.Check(ref work, reserve.Holder, demands, replaced);
        foreach (var demand in demands)
        {
            Load(ref work, demand);
        }

        if (!work.IsClear)
        {
            return;
        }

        var free = FreeFor(ref work, demands, replaced);
        if (reserve.Shortage == Shortage.Refuse)
        {
            TakeAll(ref work, demands, free);
        }
        else
        {
            TakeSome(ref work, demands, free, reserve.Shortage);
        }

        if (work.IsClear)
        {
            Write(ref work, reserve, demands, replaced, expires, channel?.Number ?? 0);
        }
    }

    private static long CheckFields(ref Working work, ReserveStock reserve)
    {
        work.CheckDefined(reserve.Kind, "kind");
        work.CheckDefined(reserve.Shortage, "shortage");
        work.CheckText(reserve.Holder, "holder", CommandKey.LengthMax);
        if (reserve.Holder is { Length: 0 })
        {
            work.Refuse(ErrorCodes.InvalidField, "holder", reserve.Holder, "1 to 200 characters",
                "The holder is empty; name it or leave it out.");
        }

        var isOrder = reserve.Kind == PromiseKind.Order;
        if (isOrder && (reserve.TimeToLive is not null || reserve.Until is not null))
        {
            work.Refuse(ErrorCodes.InvalidTtl, reserve.Until is null ? "timeToLive" : "until", null, "none",
                "An order has no end; leave the time out, or make it a hold.");
        }

        if (!isOrder && reserve.Shortage == Shortage.Backorder)
        {
            work.Refuse(ErrorCodes.InvalidReservation, "shortage", reserve.Shortage.ToString(),
                "Refuse or TakeAvailable",
                "A hold cannot wait for stock; reserve for an order, or take what is available.");
        }

        return HoldEnd.Of(ref work, reserve.TimeToLive, reserve.Until);
    }

    private static IReadOnlyList<ReservationLeg> OwnHolds(ref Working work, ReserveStock reserve)
    {
        if (reserve.Holder is not { Length: > 0 and <= CommandKey.LengthMax } holder)
        {
            return [];
        }

        if (!work.Stock.TryGetHolder(holder, out var legs))
        {
            work.Needs.Holders.Add(holder);
            return [];
        }

        // To take the place of a hold is to change its position, whatever SKU that is of.
        foreach (var leg in legs!)
        {
            PromiseSteps.Load(ref work, leg);
        }

        return legs;
    }

    private static void Load(ref Working work, ReservationDemand demand)
    {
        foreach (var (goods, _) in demand.Legs)
        {
            if (!goods.TryGetPosition(demand.Key, work.Moment.Now, out _))
            {
                work.Needs.Positions.Add((goods.Sku.Number, demand.Key));
            }
            else if (goods.HasDates)
            {
                DatedStock.Find(ref work, goods, demand.Key, demand.NeededBy);
            }
        }
    }

    private static List<ReservationLeg> Replaced(List<ReservationDemand> demands, IReadOnlyList<ReservationLeg> own)
    {
        var asked = demands.Select(demand => (demand.Sku.Sku.Number, demand.Key)).ToHashSet();
        return [.. own.Where(leg => asked.Contains((leg.Terms.LineSku, leg.Position)))];
    }

    private static FreeUnits FreeFor(
        ref Working work, List<ReservationDemand> demands, List<ReservationLeg> replaced)
    {
        var free = new FreeUnits();
        IReadOnlyList<int> days = [.. demands.Select(demand => demand.NeededBy).Distinct()];
        foreach (var demand in demands)
        {
            foreach (var (goods, _) in demand.Legs)
            {
                free.Begin(ref work, goods, demand.Key, days);
            }
        }

        foreach (var leg in replaced)
        {
            free.Give(work.Stock.FindSku(leg.Sku)!, leg);
        }

        return free;
    }

    // All demand is taken before any of it is judged; then every line that draws on what is short is named.
    private static void TakeAll(ref Working work, List<ReservationDemand> demands, FreeUnits free)
    {
        foreach (var demand in demands)
        {
            demand.Promised = demand.Asked;
            free.Take(demand, demand.Asked);
        }

        foreach (var group in demands.GroupBy(demand => (demand.Sku, demand.Key)))
        {
            var asked = group.Sum(demand => demand.Asked);
            var available = free.Without(group.First(), asked);
            foreach (var demand in group.Where(_ => asked > available))
            {
                RefuseShort(ref work, demand, available);
            }
        }
    }

    // What lines get does not depend on the order they are sent in, nor on how a quantity is split over lines: they
    // are served by SKU and pool, and only what one SKU gets is handed out line by line.
    private static void TakeSome(ref Working work, List<ReservationDemand> demands, FreeUnits free, Shortage shortage)
    {
        var groups = demands.GroupBy(demand => (demand.Sku.Sku.Number, demand.Key));
        foreach (var group in groups.OrderBy(group => group.Key))
        {
            foreach (var demand in group)
            {
                demand.Promised = Math.Min(demand.Asked, free.For(demand));
                demand.Backordered = shortage == Shortage.Backorder ? demand.Asked - demand.Promised : 0;
                free.Take(demand, demand.Promised);
            }
        }

        foreach (var demand in demands)
        {
            if (demand is { Backordered: > 0, Rule.Backorders: { Value: false } forbidden })
            {
                RefuseToWait(ref work, demand, forbidden.Origin);
            }
        }

        if (demands.TrueForAll(demand => demand.Promised + demand.Backordered == 0))
        {
            foreach (var demand in demands)
            {
                RefuseShort(ref work, demand, 0);
            }
        }
    }

    private static void RefuseToWait(ref Working work, ReservationDemand demand, PolicyOrigin origin)
    {
        var sku = demand.Sku.Sku;
        var (asked, allowed) = (sku.ToQuantity(demand.Asked), sku.ToQuantity(demand.Promised));
        work.Refuse(
            ErrorCodes.BackorderForbidden, Working.Path("quantity", demand.Line), asked.ToString(), allowed.ToString(),
            $"{sku.Code}: {asked} asked of {demand.Pool.Code}, {allowed} available to the line, and orders of it do not wait ({origin}); ask for at most that, or take what is available.");
    }

    private static void RefuseShort(ref Working work, ReservationDemand demand, long available)
    {
        var sku = demand.Sku.Sku;
        var (asked, allowed) = (sku.ToQuantity(demand.Asked), sku.ToQuantity(available));
        var limit = !demand.IsKit ? string.Empty
            : $" (through {string.Join(", ", demand.Legs.Select(leg => leg.Goods.Sku.Code))})";
        work.Refuse(ErrorCodes.Insufficient, Working.Path("quantity", demand.Line), asked.ToString(), allowed.ToString(),
            $"{sku.Code}: {asked} asked of {demand.Pool.Code}, {allowed} available{limit} to all lines together; ask for at most that.");
    }

    private static void Write(
        ref Working work, ReserveStock reserve, List<ReservationDemand> demands, List<ReservationLeg> replaced,
        long expires, int channel)
    {
        foreach (var leg in replaced)
        {
            PromiseSteps.Release(ref work, leg, leg.Held, leg.Committed, leg.Backordered);
        }

        var legs = 0;
        foreach (var demand in demands.Where(demand => demand.Promised + demand.Backordered > 0))
        {
            foreach (var (goods, perUnit) in demand.Legs)
            {
                Make(ref work, reserve, demand, (goods, perUnit), legs++, expires, channel);
            }
        }

        Guard(ref work, demands, hasHolder: reserve.Holder is not null);
        var end = expires == 0 ? (NodaTime.Instant?)null : Micros.ToInstant(expires);
        work.Change.Reply = work.Change.Reply with
        {
            Legs = [.. work.Change.Legs.Where(leg => leg.Before is null).Select(leg => leg.After.Sku).Distinct()],
            Lines =
            [
                .. demands.Select(demand => new ReservedLine(
                    demand.Line, demand.Pool.Code, demand.Sku.Sku.ToQuantity(demand.Promised),
                    demand.Sku.Sku.ToQuantity(demand.Backordered), end)),
            ],
        };
    }

    private static void Make(
        ref Working work, ReserveStock reserve, ReservationDemand demand, (SkuWindow Goods, long PerUnit) part, int leg,
        long expires, int channel)
    {
        var (goods, perUnit) = part;
        var promised = demand.Promised * perUnit;
        var backordered = demand.Backordered * perUnit;
        var isHold = reserve.Kind == PromiseKind.Hold;
        work.Change.Promised.Make(new PromiseEntry
        {
            Sku = goods.Sku.Number,
            Position = demand.Key,
            Leg = new LegKey(0, work.Moment.Ordinal, leg),
            Step = PromiseStep.Make,
            Held = isHold ? promised : 0,
            Expires = isHold ? expires : 0,
            Committed = isHold ? 0 : promised,
            Backordered = backordered,
            Terms = new PromiseTerms(
                demand.Line, demand.Sku.Sku.Number, perUnit, demand.NeededBy, reserve.Priority,
                reserve.Holder, channel),
            Recorded = work.Moment.Now,
            Ordinal = work.Moment.Ordinal,
        });
    }

    // What is promised must be there, apart from what is only waited for, by whichever line.
    private static void Guard(ref Working work, List<ReservationDemand> demands, bool hasHolder)
    {
        var waiting = work.Change.Promises.Where(promise => promise.Terms is not null)
            .GroupBy(promise => (promise.Sku, promise.Position))
            .ToDictionary(made => made.Key, made => made.Sum(promise => promise.Backordered));
        foreach (var group in demands.GroupBy(demand => (demand.Sku, demand.Key)))
        {
            // To wait, or to go without, is to have found nothing left: what has come in meanwhile must be given first.
            // What a holder has already may grow elsewhere, and so may what is promised for days.
            var rests = hasHolder || group.Any(demand => demand.Promised < demand.Asked);
            foreach (var (goods, _) in group.First().Legs.Where(leg => rests || leg.Goods.HasDates))
            {
                work.Change.Promised.Versions.Add(goods.Sku.Number);
            }

            var promised = group.Sum(demand => demand.Promised);
            var spare = promised == 0 ? 0 : group.First().Requires(promised) - promised;
            foreach (var (goods, _) in group.First().Legs.Where(_ => promised > 0))
            {
                var at = (goods.Sku.Number, group.Key.Key);
                work.Change.Promised.Guards.Add((at.Number, at.Key, spare - waiting[at]));
            }
        }
    }
}
