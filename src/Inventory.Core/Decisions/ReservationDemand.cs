using Inventory.Ledger;
using Inventory.Locations;

namespace Inventory.Decisions;

/// <summary>A line of a reservation whose names have been resolved: what it asks for, and of which goods.</summary>
internal sealed record ReservationDemand(
    int Line, SkuWindow Sku, Location Pool, PositionKey Key, long Asked,
    IReadOnlyList<(SkuWindow Goods, long PerUnit)> Legs)
{
    /// <summary>Steps of the line's SKU that are promised.</summary>
    public long Promised { get; set; }

    /// <summary>Steps of the line's SKU that are waited for.</summary>
    public long Backordered { get; set; }
}
