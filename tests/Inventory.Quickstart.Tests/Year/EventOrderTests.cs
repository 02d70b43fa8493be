using Inventory.Samples.Quickstart.Year;
using NodaTime;

namespace Inventory.Quickstart.Tests.Year;

/// <summary>Rule 4: one order of events, whatever the order of the file.</summary>
public class EventOrderTests
{
    [Fact]
    public void Events_GoByTime_ThenReceiptsBeforeLines_ThenRow()
    {
        ShopYear year = Sales.Year(
            "1,22999,1,2010-12-06 00:00,1.00",
            "1,22111,1,2010-12-06 00:00,1.00",
            "2,22111,1,2010-12-03 10:00,1.00",
            "2,22999,1,2010-12-03 10:00,1.00",
            "3,22111,1,2010-12-03 09:00,1.00");
        Assert.Equal(
            [
                "receipt:2010-W48:22111", "receipt:2010-W48:22999",
                "line:6", "line:4", "line:5",
                "receipt:2010-W49:22111", "receipt:2010-W49:22999",
                "line:2", "line:3",
            ],
            year.Keys());
    }

    [Fact]
    public void Keys_AreUnique()
    {
        string[] keys = Sales.Year([.. Enumerable.Range(0, 100).Select(i =>
            $"1,2238{i % 10},1,2010-12-{1 + i % 28:00} 08:26,1.00")]).Keys();
        Assert.Equal(keys.Length, keys.Distinct().Count());
    }

    [Fact]
    public void Skus_AreInOrdinalOrder() =>
        Assert.Equal(
            ["22386", "22386A", "22386AB", "22387"],
            Sales.Year([.. new[] { "22387", "22386AB", "22386a", "22386" }.Select(sku =>
                $"1,{sku},1,2010-12-01 08:26,1.00")]).Skus.Select(each => each.Sku));

    [Fact]
    public void Sale_TellsQuantityAndRow_AndNoCost()
    {
        StockEvent sale = Sales.Year("1,22386,6,2010-12-01 08:26:30,2.55").Event("line:2");
        Instant at = Instant.FromUtc(2010, 12, 1, 8, 26, 30);
        Assert.Equal(new StockEvent(StockEventKind.Sale, Sku: 0, Row: 2, at, Quantity: 6, UnitCost: 0), sale);
    }
}
