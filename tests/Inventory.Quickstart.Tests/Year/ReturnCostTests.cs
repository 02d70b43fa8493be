using Inventory.Samples.Quickstart.Year;

namespace Inventory.Quickstart.Tests.Year;

/// <summary>Rule 6: what goods cost that come back.</summary>
public class ReturnCostTests
{
    [Fact]
    public void Return_TakesTheCostOfTheLatestReceiptOfItsSku()
    {
        ShopYear year = Sales.Year(
            "1,22386,6,2010-12-01 08:26,1.00",
            "1,99999,6,2010-12-08 08:26,7.00",
            "2,22386,6,2010-12-08 08:26,2.00",
            "C3,22386,-4,2010-12-15 08:26,1.00");
        StockEvent back = year.Event("line:5");
        Assert.Equal((StockEventKind.Return, 4L, 1.20m, 4.80m), (back.Kind, back.Quantity, back.UnitCost, back.Cost));
    }

    [Fact]
    public void Return_AtTheInstantOfAReceipt_TakesItsCost()
    {
        ShopYear year = Sales.Year("1,22386,6,2010-12-08 08:26,2.00", "C2,22386,-1,2010-12-06 00:00,9.00");
        Assert.Equal(1.20m, year.Event("line:3").UnitCost);
    }

    [Fact]
    public void Return_BeforeTheFirstReceipt_CountsButDoesNotEnterStock()
    {
        ShopYear year = Sales.Year("C1,22386,-4,2010-12-05 23:59,1.00", "2,22386,6,2010-12-06 08:00,2.00");
        Assert.Equal(["receipt:2010-W49:22386", "line:3"], year.Keys());
        SkuSales sku = year.Sku("22386");
        Assert.Equal((1, 4, 4), (sku.ReturnLines, sku.ReturnedQuantity, sku.UnmatchedReturnQuantity));
        Assert.Equal(4.00m, sku.RevenueReturns);
    }

    [Fact]
    public void Return_OfASkuThatNeverSold_ListsTheSku()
    {
        ShopYear year = Sales.Year("C1,22386,-4,2010-12-05 23:59,1.00");
        Assert.Equal(4, Assert.Single(year.Skus).UnmatchedReturnQuantity);
        Assert.True(year.Events.IsEmpty);
    }
}
