using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Policies;

namespace Inventory.Decisions;

/// <summary>A line of a reservation whose names have been resolved: what it asks for, and of which goods.</summary>
internal sealed record ReservationDemand(
    int Line, SkuWindow Sku, Location Pool, PositionKey Key, long Asked,
    IReadOnlyList<(SkuWindow Goods, long PerUnit)> Legs, EffectiveSelling? Rule, int NeededBy)
{
    /// <summary>Steps of the line's SKU that are promised.</summary>
    public long Promised { get; set; }

    /// <summary>Steps of the line's SKU that are waited for.</summary>
    public long Backordered { get; set; }

    /// <summary>Whether it is promised through components.</summary>
    public bool IsKit => Sku.Sku.IsKit;

    /// <summary>
    /// How many of these units may be promised of so many that are available; a kit's components are not oversold.
    /// </summary>
    public long Promisable(long available) => Rule is null ? Math.Max(0, available)
        : IsKit ? Rule.Shown(available) : Rule.Promisable(available);

    /// <summary>What must be available for so many units to be promised.</summary>
    public long Requires(long units)
    {
        if (Rule is null || IsKit)
        {
            return units;
        }

        // What is promised of so many units never falls as they grow, so the least of them can be halved towards.
        var (low, high) = (units - Rule.OversellLimit.Value, long.MaxValue / 4);
        while (low < high)
        {
            var middle = low + (high - low) / 2;
            (low, high) = Rule.Promisable(middle) >= units ? (low, middle) : (middle + 1, high);
        }

        return low;
    }
}
