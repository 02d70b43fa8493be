using System.Globalization;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>Decides which goods orders are bound to.</summary>
internal static class AllocationDecider
{
    public static void Decide(ref Working work, AllocateReservation allocate)
    {
        CheckFields(ref work, allocate);
        if (ReservationDecider.FindTrace(ref work, allocate) is not { } trace
            || ReservationDecider.OfLine(ref work, allocate.Line, trace) is not { } legs || !work.IsClear)
        {
            return;
        }

        if (legs.All(leg => leg.Committed == 0))
        {
            ReservationDecider.RefuseState(
                ref work, allocate, "has nothing committed", "allocate an order, or convert the hold first");
            return;
        }

        var bound = new List<AllocatedGoods>();
        if (allocate.Goods.Count > 0)
        {
            NamedGoods.Bind(ref work, allocate, legs, bound);
        }
        else
        {
            GoodsByStrategy.Bind(ref work, allocate, legs, bound);
        }

        work.Change.Reply = work.Change.Reply with { Allocated = bound };
        foreach (var leg in legs)
        {
            work.Change.Promised.Leave(leg);
        }
    }

    public static void Decide(ref Working work, DeallocateReservation deallocate)
    {
        var place = deallocate.Location is { } code ? work.FindLocation(code, "location") : null;
        if (ReservationDecider.FindTrace(ref work, deallocate) is not { } trace
            || ReservationDecider.OfLine(ref work, deallocate.Line, trace) is not { } legs || !work.IsClear)
        {
            return;
        }

        foreach (var leg in legs)
        {
            foreach (var part in work.Change.Promised.Bound(leg.Key, trace.Allocations))
            {
                if (place is null || part.Spot.Place == place.Number)
                {
                    PromiseSteps.Unbind(ref work, leg, part, part.Units);
                }
            }

            work.Change.Promised.Leave(leg);
        }
    }

    private static void CheckFields(ref Working work, AllocateReservation allocate)
    {
        work.CheckDefined(allocate.Strategy, "strategy");
        work.CheckDefined(allocate.Shortage, "shortage");
        if (allocate.Shortage == Shortage.Backorder)
        {
            work.Refuse(ErrorCodes.InvalidReservation, "shortage", allocate.Shortage.ToString(),
                "Refuse or TakeAvailable", "Nobody waits for goods that are there; take what is, or refuse.");
        }

        if (allocate.Life is { IsSound: false } life)
        {
            work.Refuse(ErrorCodes.InvalidPolicy, "life", life.ToString(), "0 days or more, and a share of 0 to 1",
                "No goods can be demanded to keep so long; give 0 days or more, and a share of at most 1.");
        }

        if (allocate.Goods.Count > AllocateReservation.LinesMax)
        {
            work.Refuse(ErrorCodes.InvalidReservation, "goods",
                allocate.Goods.Count.ToString(CultureInfo.InvariantCulture), $"at most {AllocateReservation.LinesMax}",
                $"One command binds at most {AllocateReservation.LinesMax} lines of goods; split it.");
        }
    }
}
