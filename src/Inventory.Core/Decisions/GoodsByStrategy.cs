using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Picking;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>Binds orders to the goods that a strategy picks.</summary>
internal static class GoodsByStrategy
{
    public static void Bind(
        ref Working work, AllocateReservation allocate, IReadOnlyList<ReservationLeg> legs, List<AllocatedGoods> bound)
    {
        var open = legs.Where(leg => leg.Unbound > 0).ToList();
        foreach (var leg in open)
        {
            LoadGoods(ref work, leg);
        }

        if (!work.IsLoaded)
        {
            return;
        }

        var shortages = new List<(ReservationLeg Leg, PickPlan Plan)>();
        foreach (var leg in open)
        {
            var plan = Plan(ref work, allocate, leg);
            if (!work.IsLoaded)
            {
                return;
            }

            foreach (var pick in plan.Picks)
            {
                PromiseSteps.Bind(ref work, leg, pick.Spot, pick.Units);
                bound.Add(Describe(ref work, leg, pick.Spot, pick.Units));
            }

            if (plan.Missing > 0)
            {
                shortages.Add((leg, plan));
            }
        }

        if (allocate.Shortage == Shortage.Refuse || bound.Count == 0)
        {
            foreach (var (leg, plan) in shortages)
            {
                Refuse(ref work, leg, plan);
            }
        }
    }

    /// <summary>What a leg is bound to, in the words of the catalogue.</summary>
    public static AllocatedGoods Describe(ref Working work, ReservationLeg leg, Spot spot, long units)
    {
        var goods = work.Stock.FindSku(leg.Sku)!;
        return new AllocatedGoods(
            leg.Terms.Line, goods.Sku.Code, work.Stock.Location(spot.Place).Code,
            spot.Lot == 0 ? null : goods.LotByNumber(spot.Lot)!.Lot.Code, goods.Sku.ToQuantity(units));
    }

    /// <summary>
    /// The day on which a leg's goods must still be good; 0 while its pool is missing, which is noted.
    /// </summary>
    public static int DayOf(ref Working work, ReservationLeg leg) => work.FindPool(leg.Position.Pool) is { } pool
        ? Math.Max(leg.Terms.NeededBy, Micros.BusinessDate(work.Moment.Now, pool.TimeZone))
        : 0;

    /// <summary>Whether goods will have been removed by the day on which a leg needs them.</summary>
    public static bool IsTooOld(ref Working work, ReservationLeg leg, Spot spot) =>
        spot.Lot != 0 && DayOf(ref work, leg) is > 0 and var day
        && work.Stock.FindSku(leg.Sku)!.RemovalOf(spot.Lot) <= day;

    private static void LoadGoods(ref Working work, ReservationLeg leg)
    {
        if (work.Stock.FindSku(leg.Sku)!.AllOf(leg.Position) is null)
        {
            work.Needs.Goods.Add((leg.Sku, leg.Position));
        }
    }

    private static PickPlan Plan(ref Working work, AllocateReservation allocate, ReservationLeg leg)
    {
        var rule = new PickRule(allocate.Strategy, DayOf(ref work, leg)) { Life = allocate.Life };
        var goods = work.Stock.FindSku(leg.Sku)!;
        var candidates = new List<PickCandidate>();
        foreach (var balance in goods.AllOf(leg.Position)!)
        {
            var spot = balance.Spot;
            var free = balance.Unbound - work.Change.Promised.BoundAt(leg.Sku, spot);
            if (free <= 0 || spot.Status != StockStatus.Available)
            {
                continue;
            }

            var place = work.Stock.Location(spot.Place);
            if (spot.In(place.Pool) == leg.Position && !FreezeCheck.IsFrozen(ref work, place, FreezeDirection.Out))
            {
                var term = spot.Lot == 0 ? LotTerm.Of(0) : goods.LotByNumber(spot.Lot)!.Lot.Term;
                candidates.Add(new PickCandidate(spot, term, PickCandidate.OffTheWalk, free));
            }
        }

        if (allocate.Strategy == PickStrategy.Nearest)
        {
            candidates = [.. PickWalk.Along(candidates, TreeAbove(ref work, candidates))];
        }

        candidates.Sort(PickOrder.Of(allocate.Strategy));
        return Picker.Plan(rule, leg.Unbound, candidates);
    }

    private static Dictionary<int, Location> TreeAbove(ref Working work, List<PickCandidate> candidates)
    {
        var tree = new Dictionary<int, Location>();
        foreach (var candidate in candidates)
        {
            for (var at = work.Stock.Location(candidate.Spot.Place); tree.TryAdd(at.Number, at) && at.Parent != 0;)
            {
                at = work.Stock.Location(at.Parent);
            }
        }

        return tree;
    }

    private static void Refuse(ref Working work, ReservationLeg leg, PickPlan plan)
    {
        var sku = work.Stock.FindSku(leg.Sku)!.Sku;
        var (asked, there) = (sku.ToQuantity(plan.Asked), sku.ToQuantity(plan.Asked - plan.Missing));
        var onlyExpired = plan is { Picks.Count: 0, Expired: > 0, TooOld: 0 };
        work.Refuse(onlyExpired ? ErrorCodes.OnlyExpired : ErrorCodes.Insufficient,
            Working.Path("goods", leg.Terms.Line), asked.ToString(), there.ToString(),
            $"{sku.Code}: {asked} are to be allocated, but only {there} lie in places that are not frozen and are bound "
            + $"to no other order (left lying: {sku.ToQuantity(plan.Expired)} expired, {sku.ToQuantity(plan.TooOld)} too old); "
            + "allocate what is there, or receive more.");
    }
}
