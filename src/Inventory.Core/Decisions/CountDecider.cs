using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>
/// Decides counts: the difference between what was seen and the book becomes an entry that keeps the sight.
/// </summary>
internal static class CountDecider
{
    public static void Decide(ref Working work, CountStock count)
    {
        var plan = work.Stock.TakePlan();
        var effective = work.Time(count.Effective, "effective", work.Moment.Now);
        var window = work.FindSku(count.Sku, "sku");
        var place = work.FindLocation(count.Location, "location");
        work.CheckDefined(count.Status, "status");
        var (owner, grade) = FindGoods(ref work, count);
        if (window is null || place is null)
        {
            return;
        }

        CheckSubject(ref work, window, place, effective);
        var seen = Seen(ref work, window.Sku, count);
        var loss = work.Stock.Location(WellKnownLocations.LossNumber);
        var line = new PlannedLine
        {
            Window = window,
            FromPlace = loss,
            ToPlace = place,
            From = new Spot(loss.Number, 0, StockStatus.Available, owner, grade),
            To = new Spot(place.Number, 0, count.Status, owner, grade),
            Counted = seen,
            Effective = Math.Max(effective, window.Effective),
        };
        LotDecider.Find(ref work, ref line, (count.Lot, null), MovementKind.Count, index: -1);
        if (!work.IsClear)
        {
            return;
        }

        line.To = LotBlock.Follow(window, line.To);
        Sufficiency.Load(ref work, line, line.To, place);
        if (!work.IsClear)
        {
            return;
        }

        var difference = seen - window.BalanceOf(line.To).Quantity;
        line.Quantity = Math.Abs(difference);
        if (difference > 0 && window.Sku.Tracking == Tracking.Serial && window
            .LotByNumber(line.To.Lot) is { OnHand: > 0 })
        {
            LotDecider.RefuseEntering(ref work, line, index: -1);
        }

        if (difference < 0)
        {
            (line.From, line.To, line.FromPlace, line.ToPlace) = (line.To, line.From, place, loss);
        }
        else if (count.Cost.IsStated)
        {
            line.Cost = difference == 0 ? null
                : Costs.Total(ref work, count.Cost, window.Sku, line.Quantity, -1);
        }
        else
        {
            Costs.CheckLot(ref work, line, index: -1);
        }

        plan.Add(line);
        BookNeeds.Ask(ref work, plan);
        if (work.IsClear)
        {
            EntryWriter.Write(ref work, plan,
                new EntryHeader(MovementKind.Count, effective, HasOccurred: false, Reason: 0));
        }
    }

    private static (int Owner, int Grade) FindGoods(ref Working work, CountStock count)
    {
        if (count.Owner is not null && count.Cost.IsStated)
        {
            work.Refuse(ErrorCodes.InvalidCost, "cost", count.Cost.ToString(), "not stated",
                "Somebody else's goods have no cost in our books; leave it out.");
        }

        return (work.OwnerNumber(count.Owner, "owner") ?? 0, work.GradeNumber(count.Grade, "grade") ?? 0);
    }

    private static void CheckSubject(ref Working work, SkuWindow window, Location place, long effective)
    {
        if (window.Sku.Type == SkuType.Service)
        {
            work.Refuse(ErrorCodes.InvalidForServiceItem, "sku", window.Sku.Code, null,
                $"{window.Sku.Code} is a service and holds no stock; count only goods.");
        }

        KitDecider.CheckNoKit(ref work, window.Sku, "sku");
        if (!MovementRules.Allows(window.Sku.Lifecycle, MovementKind.Count))
        {
            work.Refuse(ErrorCodes.Lifecycle, "sku", window.Sku.Lifecycle.ToString(), null,
                $"{window.Sku.Code} is in status {window.Sku.Lifecycle}, which does not allow counts; change the status first.");
        }

        if (!place.IsOwn || !place.HoldsStock)
        {
            work.Refuse(ErrorCodes.InvalidLocation, "location", place.Code, "an own location that holds stock",
                $"{place.Code} holds no stock of our own; count a place that does.");
        }

        FreezeCheck.CheckCount(ref work, place);
        if (effective < window.Effective)
        {
            work.Refuse(ErrorCodes.InvalidTime, "effective", Micros.Text(effective),
                $"at least {Micros.Text(window.Effective)}",
                $"{window.Sku.Code} moved at {Micros.Text(window.Effective)}, after the count; count again.");
        }
    }

    private static long Seen(ref Working work, Sku sku, CountStock count)
    {
        if (count.Seen.IsDefault || count.Seen.Amount < 0)
        {
            work.Refuse(ErrorCodes.InvalidQuantity, "seen", count.Seen.ToString(), "zero or more",
                $"A count saw {count.Seen}; give what was seen, zero or more.");
            return 0;
        }

        var seen = sku.ToSteps(count.Seen, Rounding.Reject, "seen", work.Errors);
        if (sku.Tracking == Tracking.Serial && sku.ToQuantity(seen).Amount is not (0 or 1))
        {
            work.Refuse(ErrorCodes.SerialState, "seen", count.Seen.ToString(), "0 or 1",
                $"A serial of {sku.Code} is one unit; it is there or not.");
        }

        return seen;
    }
}
