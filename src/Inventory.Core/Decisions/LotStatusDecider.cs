using Inventory.Catalog;
using Inventory.Lots;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>Decides the status of a whole lot: a change of master data, and of the state of its units.</summary>
internal static class LotStatusDecider
{
    public static void Decide(ref Working work, ChangeLotStatus change)
    {
        work.CheckDefined(change.Status, "status");
        if (work.FindSku(change.Sku, "sku") is not { } window || FindLot(ref work, window, change.Lot) is not { } lot
            || !work.IsClear)
        {
            return;
        }

        if (!LotRules.Allows(lot.Status, change.Status))
        {
            var allowed = LotRules.Describe(lot.Status);
            work.Refuse(ErrorCodes.LotTransition, "status", change.Status.ToString(), allowed,
                $"Lot {lot.Code} of {window.Sku.Code} is {lot.Status}, and {change.Status} does not follow that; the next status is one of {allowed}.");
            return;
        }

        var plan = work.Stock.TakePlan();
        Plan(ref work, window, lot, change.Status, plan);
        Sufficiency.Load(ref work, plan);
        BookNeeds.Ask(ref work, plan);
        if (work.IsClear)
        {
            var changed = new CatalogChange(Lot: lot with { Status = change.Status });
            CatalogDecider.Make(ref work, changed, window.Sku.Number);
            EntryWriter.Write(ref work, plan, new EntryHeader(
                MovementKind.StatusChange, work.Moment.Now, HasOccurred: false, Reason: 0));
        }
    }

    private static Lot? FindLot(ref Working work, SkuWindow window, string lot)
    {
        var sku = window.Sku;
        if (sku.Tracking == Tracking.None)
        {
            work.Refuse(ErrorCodes.InvalidLotRequired, "sku", sku.Code, "a SKU with lots or serials",
                $"{sku.Code} is not tracked by lot or serial; change the status of its units by a movement.");
            return null;
        }

        return LotDecider.FindKnown(ref work, window, lot);
    }

    // What is short of a lot stays short where it is.
    private static void Plan(
        ref Working work, SkuWindow window, Lot lot, LotStatus status, List<PlannedLine> plan)
    {
        var (left, entered) = (LotRules.StateOf(lot.Status), LotRules.StateOf(status));
        if (left == entered)
        {
            return;
        }

        if (window.SpotsOf(lot.Number) is not { } spots)
        {
            work.Needs.LotSpots.Add((window.Sku.Number, lot.Number));
            return;
        }

        var effective = Math.Max(work.Moment.Now, window.Effective);
        foreach (var spot in spots.OrderBy(spot => (spot.Place, spot.Owner, spot.Grade)))
        {
            if (spot.Status != left || window.BalanceOf(spot).Quantity is not (> 0 and var units))
            {
                continue;
            }

            if (work.Stock.TryGetLocation(spot.Place) is not { } place)
            {
                work.Needs.LocationNumbers.Add(spot.Place);
                continue;
            }

            plan.Add(new PlannedLine
            {
                Window = window,
                FromPlace = place,
                ToPlace = place,
                From = spot,
                To = spot with { Status = entered },
                Quantity = units,
                Effective = effective,
                Line = plan.Count,
            });
        }
    }
}
