using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Benchmarks;

/// <summary>
/// Entries of one SKU to work on: three come in, one goes out, three times in a row, again and again.
/// </summary>
internal static class Samples
{
    private const int Shop = 6;
    private const int Supplier = 1;
    private const int Customer = 2;

    private static readonly Location Own =
        new() { Number = Shop, Code = "SHOP", Kind = LocationKind.Site, HoldsStock = true, Pool = Shop };

    public static Entry[] Entries(int count) => [.. Enumerable.Range(0, count).Select(Entry)];

    public static Location Location(int number) => number == Shop ? Own : WellKnownLocations.All[number - 1];

    private static Entry Entry(int index)
    {
        var comesIn = index % 4 == 0;
        return new Entry
        {
            Sku = 1,
            Sequence = index + 1,
            Quantity = comesIn ? 3 : 1,
            From = new Spot(comesIn ? Supplier : Shop, 0, StockStatus.Available),
            To = new Spot(comesIn ? Shop : Customer, 0, StockStatus.Available),
            Kind = comesIn ? MovementKind.Receipt : MovementKind.Issue,
            Recorded = 1_767_600_000_000_000 + index,
            Effective = 1_767_600_000_000_000 + index,
            Occurred = 1_767_600_000_000_000 + index,
            BusinessDate = 20_260_105,
            Cost = comesIn ? 75_000 + index % 100 : null,
        };
    }
}
