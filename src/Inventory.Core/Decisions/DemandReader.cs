using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Policies;
using Inventory.References;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>Resolves the names of the lines of a reservation.</summary>
internal static class DemandReader
{
    /// <summary>A line's demand; null when something is wrong or missing, which is noted.</summary>
    public static ReservationDemand? Read(
        ref Working work, ReserveStock reserve, int index, Channel? channel)
    {
        var line = reserve.Lines[index];
        var window = work.FindSku(line.Sku, "sku", index);
        var pool = FindPool(ref work, line, index);
        var owner = work.SellingOwnerNumber(line.Owner, "owner", index);
        var grade = work.GradeNumber(line.Grade, "grade", index);
        if (window is null)
        {
            return null;
        }

        if (window.Sku.Type == SkuType.Service)
        {
            work.Refuse(ErrorCodes.InvalidForServiceItem, Working.Path("sku", index), window.Sku.Code, null,
                $"{window.Sku.Code} is a service and holds no stock; reserve only goods.");
        }

        var asked = Steps(ref work, window.Sku, line.Quantity, Working.Path("quantity", index));
        var rule = FindRule(ref work, window.Sku, channel);
        var legs = KitLegs.Of(ref work, window);
        return pool is null || owner is null || grade is null || legs is null || asked == 0
            ? null
            : new ReservationDemand(
                index, window, pool, new PositionKey(pool.Pool, owner.Value, grade.Value), asked, legs, rule,
                reserve.NeededBy is { } day ? Ledger.Micros.ToNumber(day) : 0);
    }

    /// <summary>A quantity above zero in whole steps; 0 when it is not, which is noted.</summary>
    public static long Steps(ref Working work, Sku sku, Quantity quantity, string target)
    {
        if (quantity.IsDefault || quantity.Amount <= 0)
        {
            work.Refuse(ErrorCodes.InvalidQuantity, target, quantity.ToString(), "more than zero",
                "Give a quantity above zero.");
            return 0;
        }

        return sku.ToSteps(quantity, Rounding.Reject, target, work.Errors);
    }

    private static Location? FindPool(ref Working work, ReservationLine line, int index)
    {
        var place = work.FindLocation(line.Pool, "pool", index);
        if (place is { Pool: 0 })
        {
            work.Refuse(ErrorCodes.InvalidLocation, Working.Path("pool", index), place.Code, "an own place",
                $"{place.Code} is no own place and has no pool; name a place that holds stock.");
            return null;
        }

        if (place is { Kind: LocationKind.Transit })
        {
            work.Refuse(ErrorCodes.InvalidLocation, Working.Path("pool", index), place.Code,
                "a place goods are sold from",
                $"What lies at {place.Code} is on its way and not for sale; promise it where it arrives.");
            return null;
        }

        return place is null ? null : work.FindPool(place.Pool);
    }

    // Most SKUs are sold without a rule: nothing is looked up for them.
    private static EffectiveSelling? FindRule(ref Working work, Sku sku, Channel? channel)
    {
        if (channel is null && sku.Category == 0 && sku.Details.Selling.Count == 0)
        {
            return null;
        }

        if (work.CategoryPath(sku.Category) is not { } categories)
        {
            return null;
        }

        var rule = EffectiveSelling.Of(sku, channel, categories);
        if (rule.Succeeded)
        {
            return rule.Value;
        }

        work.Errors.AddRange(rule.Errors);
        return null;
    }
}
