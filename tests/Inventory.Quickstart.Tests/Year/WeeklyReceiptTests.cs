using Inventory.Samples.Quickstart.Year;

namespace Inventory.Quickstart.Tests.Year;

/// <summary>Rule 3: the deliveries the file does not tell.</summary>
public class WeeklyReceiptTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(19, 20)]
    [InlineData(20, 21)]
    [InlineData(21, 23)]
    [InlineData(100, 105)]
    public void Quantity_IsDemandAndFivePerCent_RoundedUp(long demand, long received) =>
        Assert.Equal(received, WeeklyReceipts.QuantityFor(demand));

    [Theory]
    [InlineData("1.5000", "2.50")]
    [InlineData("1.2000", "1.50", "2.00", "9.99")]
    [InlineData("1.0500", "1.00", "1.50", "2.00", "9.99")]
    [InlineData("0.0003", "0.0005")]
    [InlineData("0.0002", "0.00025", "0.00025")]
    [InlineData("0.0004", "0.00075")]
    public void UnitCost_IsSixTenthsOfTheMedianPrice_HalfToEven(string cost, params string[] prices) =>
        Assert.Equal(decimal.Parse(cost), WeeklyReceipts.UnitCostFor([.. prices.Select(decimal.Parse)]));

    [Theory]
    [InlineData("2010-12-01 08:26", "2010-11-29 00:00", "2010-W48")]
    [InlineData("2010-12-05 23:59", "2010-11-29 00:00", "2010-W48")]
    [InlineData("2010-12-06 00:00", "2010-12-06 00:00", "2010-W49")]
    [InlineData("2011-01-02 12:00", "2010-12-27 00:00", "2010-W52")]
    [InlineData("2025-01-01 12:00", "2024-12-30 00:00", "2025-W01")]
    [InlineData("2021-01-03 12:00", "2020-12-28 00:00", "2020-W53")]
    public void Receipt_IsDatedTheMondayOfTheSale_AndNamedByIsoWeek(string sold, string monday, string week)
    {
        StockEvent receipt = Sales.Year($"1,22386,6,{sold},2.55").Event($"receipt:{week}:22386");
        Assert.Equal(Sales.At(monday), receipt.At);
        Assert.Equal((StockEventKind.Receipt, 7L, 1.53m), (receipt.Kind, receipt.Quantity, receipt.UnitCost));
        Assert.Equal(10.71m, receipt.Cost);
    }

    [Fact]
    public void Receipt_CountsEachSaleLineOnce_AndNoReturns()
    {
        ShopYear year = Sales.Year(
            "1,22386,100,2010-12-01 08:26,1.00",
            "2,22386,1,2010-12-01 08:26,3.00",
            "3,22386,1,2010-12-01 08:26,3.00",
            "C4,22386,-1,2010-12-01 08:26,9.00");
        StockEvent receipt = year.Event("receipt:2010-W48:22386");
        Assert.Equal((108L, 1.80m), (receipt.Quantity, receipt.UnitCost));
        Assert.Equal(1, year.ReceiptCount);
    }

    [Fact]
    public void Receipts_AreOneForEachSkuAndWeek()
    {
        ShopYear year = Sales.Year(
            "1,22386,1,2010-12-01 08:26,1.00",
            "1,22387,1,2010-12-01 08:26,1.00",
            "2,22386,1,2010-12-08 08:26,1.00",
            "C3,22387,-1,2010-12-08 08:26,1.00");
        Assert.Equal(
            ["receipt:2010-W48:22386", "receipt:2010-W48:22387", "receipt:2010-W49:22386"],
            year.Keys().Where(key => key.StartsWith("receipt:", StringComparison.Ordinal)));
    }
}
