using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>Resolves the names of one line of a reservation.</summary>
internal static class DemandReader
{
    /// <summary>The line's demand; null when something is wrong or missing, which is noted.</summary>
    public static ReservationDemand? Read(ref Working work, ReservationLine line, int index)
    {
        var window = work.FindSku(line.Sku, "sku", index);
        var pool = work.FindLocation(line.Pool, "pool", index);
        if (pool is { Pool: 0 })
        {
            work.Refuse(ErrorCodes.InvalidLocation, Working.Path("pool", index), pool.Code, "an own place",
                $"{pool.Code} is no own place and has no pool; name a place that holds stock.");
            pool = null;
        }

        pool = pool is null ? null : work.FindPool(pool.Pool);
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
        return pool is null || asked == 0
            ? null
            : new ReservationDemand(index, window, pool, new PositionKey(pool.Pool), asked, [(window, 1)]);
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
}
