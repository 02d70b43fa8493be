using System.Globalization;
using Inventory.Ledger;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>Gives goods that one order is bound to to another that goes before it.</summary>
internal static class ReallocationDecider
{
    public static void Decide(ref Working work, ReallocateReservation reallocate)
    {
        var goods = work.FindSku(reallocate.Sku, "sku");
        var giver = ReservationDecider.FindTrace(ref work, reallocate);
        var taker = ReservationDecider.FindTrace(ref work, reallocate, reallocate.To, "to");
        if (goods is null || giver is null || taker is null)
        {
            return;
        }

        var asked = reallocate.Quantity is { } quantity
            ? DemandReader.Steps(ref work, goods.Sku, quantity, "quantity")
            : (long?)null;
        CheckPriority(ref work, reallocate, giver, taker);
        if (!work.IsClear)
        {
            return;
        }

        var picked = giver.Allocations.Where(part => part.IsPicked && part.Sku == goods.Sku.Number)
            .Sum(part => part.Units);
        var moved = new List<AllocatedGoods>();
        var left = asked ?? long.MaxValue;
        foreach (var part in Movable(ref work, goods, giver))
        {
            foreach (var to in taker.Legs.Where(leg => leg.Sku == goods.Sku.Number))
            {
                left -= Move(ref work, (giver, part), to, left, moved);
            }
        }

        if (work.IsLoaded && (asked is null ? moved.Count == 0 : left > 0))
        {
            Refuse(ref work, reallocate, goods, asked is null ? 0 : asked.Value - left, picked);
        }

        work.Change.Reply = work.Change.Reply with { Allocated = moved };
    }

    private static List<Allocation> Movable(ref Working work, SkuWindow goods, CommandTrace giver)
    {
        var promised = work.Change.Promised;
        return
        [
            .. giver.Legs.Where(leg => leg.Sku == goods.Sku.Number)
                .SelectMany(leg => promised.Bound(leg.Key, giver.Allocations)).Where(part => !part.IsPicked),
        ];
    }

    // First what the other has committed and not bound, then what it waits for.
    private static long Move(
        ref Working work, (CommandTrace Trace, Allocation Part) from, ReservationLeg to, long most,
        List<AllocatedGoods> moved)
    {
        var giver = from.Trace.Legs.First(leg => leg.Key == from.Part.Leg);
        var part = work.Change.Promised.Bound(giver.Key, from.Trace.Allocations)
            .Find(part => part.Key == from.Part.Key);
        var taker = work.Change.Promised.Now(to);
        var units = Math.Min(Math.Min(most, part.Units), taker.Unbound + taker.Backordered);
        if (units <= 0 || giver.Position != taker.Position
            || GoodsByStrategy.IsTooOld(ref work, taker, from.Part.Spot))
        {
            return 0;
        }

        var filled = Math.Max(0, units - taker.Unbound);
        PromiseSteps.Unbind(ref work, giver, part, units);
        if (filled > 0)
        {
            PromiseSteps.Yield(ref work, giver, filled);
            PromiseSteps.Fill(ref work, to, filled);
        }

        PromiseSteps.Bind(ref work, to, part.Spot, units);
        moved.Add(GoodsByStrategy.Describe(ref work, to, part.Spot, units));
        return units;
    }

    private static void CheckPriority(
        ref Working work, ReallocateReservation reallocate, CommandTrace giver, CommandTrace taker)
    {
        var (gives, takes) = (giver.Legs[0].Terms.Priority, taker.Legs[0].Terms.Priority);
        if (takes <= gives)
        {
            work.Refuse(ErrorCodes.Priority, "to", takes.ToString(CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"more than {gives}"),
                string.Create(CultureInfo.InvariantCulture,
                    $"The reservation '{reallocate.To}' has priority {takes}, '{reallocate.Reservation}' has {gives}; "
                    + $"goods are given only to one of a higher priority."));
        }
    }

    private static void Refuse(
        ref Working work, ReallocateReservation reallocate, SkuWindow goods, long possible, long picked)
    {
        var sku = goods.Sku;
        if (picked > 0)
        {
            work.Refuse(ErrorCodes.Picked, "quantity", reallocate.Quantity?.ToString(),
                sku.ToQuantity(possible).ToString(),
                $"{sku.ToQuantity(picked)} of {sku.Code} have been picked for '{reallocate.Reservation}'; give at most "
                + $"{sku.ToQuantity(possible)}, or end the allocation of the picked ones first.");
            return;
        }

        work.Refuse(ErrorCodes.ReservationState, "quantity", reallocate.Quantity?.ToString(),
            sku.ToQuantity(possible).ToString(),
            $"Only {sku.ToQuantity(possible)} of {sku.Code} are bound to '{reallocate.Reservation}' that "
            + $"'{reallocate.To}' needs; give at most that.");
    }
}
