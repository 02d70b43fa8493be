using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>Binds orders to goods that are named.</summary>
internal static class NamedGoods
{
    public static void Bind(
        ref Working work, AllocateReservation allocate, IReadOnlyList<ReservationLeg> legs, List<AllocatedGoods> bound)
    {
        for (var i = 0; i < allocate.Goods.Count; i++)
        {
            Bind(ref work, allocate.Goods[i], i, legs, bound);
        }
    }

    private static void Bind(
        ref Working work, AllocationLine line, int index, IReadOnlyList<ReservationLeg> legs,
        List<AllocatedGoods> bound)
    {
        var goods = work.FindSku(line.Sku, "sku", index);
        var place = work.FindLocation(line.Location, "location", index);
        if (goods is null || place is null)
        {
            return;
        }

        var asked = DemandReader.Steps(ref work, goods.Sku, line.Quantity, Working.Path("quantity", index));
        var lot = FindLot(ref work, goods, line.Lot, index);
        FreezeCheck.Check(ref work, place, FreezeDirection.Out, "location", index);
        var mine = legs.Where(leg => leg.Sku == goods.Sku.Number && leg.Position.Pool == place.Pool).ToList();
        if (asked == 0 || lot is not { } number)
        {
            return;
        }

        var left = asked;
        foreach (var before in mine)
        {
            var leg = work.Change.Promised.Now(before);
            var spot = new Spot(
                place.Number, number, StockStatus.Available, leg.Position.Owner, leg.Position.Grade);
            var taken = Math.Min(left, leg.Unbound);
            if (taken > 0 && TryTake(ref work, goods, leg, spot, taken, index))
            {
                PromiseSteps.Bind(ref work, before, spot, taken);
                bound.Add(GoodsByStrategy.Describe(ref work, before, spot, taken));
            }

            left -= Math.Max(0, taken);
        }

        if (left > 0)
        {
            var most = asked - left;
            work.Refuse(ErrorCodes.ReservationState, Working.Path("quantity", index), line.Quantity.ToString(),
                goods.Sku.ToQuantity(most).ToString(),
                $"Only {goods.Sku.ToQuantity(most)} of {goods.Sku.Code} are committed from the pool of {place.Code} and not "
                + "bound yet; allocate at most that.");
        }
    }

    // Whether the goods are there for it; what is missing or wrong is noted.
    private static bool TryTake(
        ref Working work, SkuWindow goods, ReservationLeg leg, Spot spot, long units, int index)
    {
        var sku = goods.Sku;
        if (!goods.TryGetBalance(spot, out var balance))
        {
            work.Needs.Balances.Add((sku.Number, spot));
            return false;
        }

        var free = Math.Max(0, balance.Unbound - work.Change.Promised.BoundAt(sku.Number, spot));
        if (units > free)
        {
            work.Refuse(ErrorCodes.Insufficient, Working.Path("quantity", index), sku.ToQuantity(units).ToString(),
                sku.ToQuantity(free).ToString(),
                $"{sku.Code}: {sku.ToQuantity(units)} are to be allocated at {work.Stock.Location(spot.Place).Code}, but "
                + $"{sku.ToQuantity(free)} lie there that are bound to no order; allocate at most that.");
            return false;
        }

        if (GoodsByStrategy.IsTooOld(ref work, leg, spot))
        {
            var (lot, day) = (goods.LotByNumber(spot.Lot)!, GoodsByStrategy.DayOf(ref work, leg));
            work.Refuse(ErrorCodes.OnlyExpired, Working.Path("lot", index), lot.Lot.Code,
                $"removed after {LotTerm.Text(day)}",
                $"Lot {lot.Lot.Code} of {sku.Code} is removed by {LotTerm.Text(lot.Lot.Term.Removal)}, but needed on "
                + $"{LotTerm.Text(day)}; allocate a fresher one.");
            return false;
        }

        return work.IsLoaded;
    }

    // The lot's number, 0 where the SKU has none; null when it is wrong or missing, which is noted.
    private static long? FindLot(ref Working work, SkuWindow goods, string? code, int index)
    {
        var sku = goods.Sku;
        var use = LotRule.UseOf(sku, MovementKind.Issue);
        if (code is null && use == LotUse.Required)
        {
            work.Refuse(ErrorCodes.InvalidLotRequired, Working.Path("lot", index), null, "a lot or serial",
                $"{sku.Code} is tracked by {LotDecider.Noun(sku)}; name the {LotDecider.Noun(sku)}.");
            return null;
        }

        if (code is not null && use == LotUse.Forbidden)
        {
            work.Refuse(ErrorCodes.InvalidLotForbidden, Working.Path("lot", index), code, "none",
                $"{sku.Code} has no lot or serial when it is shipped; leave the lot out.");
            return null;
        }

        return code is null ? 0 : LotDecider.FindKnown(ref work, goods, code, index)?.Number;
    }
}
