using Inventory.Samples.Quickstart.Input;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Quickstart.Tests.Year;

/// <summary>Rules 1 and 2: which lines are stock, and what they are.</summary>
public class LineKindTests
{
    [Theory]
    [InlineData("85123A", "85123A")]
    [InlineData("85123a", "85123A")]
    [InlineData("  85123A  ", "85123A")]
    [InlineData("22386", "22386")]
    [InlineData("15056BL", "15056BL")]
    public void StockCode_FiveDigitsAndLetters_IsASku(string code, string sku) =>
        Assert.Equal(sku, Assert.Single(Sales.Year($"1,{code},6,2010-12-01 08:26,2.55").Skus).Sku);

    [Theory]
    [InlineData("POST")]
    [InlineData("C2")]
    [InlineData("M")]
    [InlineData("BANK CHARGES")]
    [InlineData("gift_0001_20")]
    [InlineData("DCGS0003")]
    [InlineData("2238")]
    [InlineData("223866")]
    [InlineData("85123A2")]
    [InlineData("8512A")]
    [InlineData("85123É")]
    [InlineData("85123 A")]
    [InlineData("٠١٢٣٤")]
    [InlineData("")]
    public void StockCode_AnythingElse_IsNonStock(string code)
    {
        ShopYear year = Sales.Year($"1,{code},6,2010-12-01 08:26,2.55");
        Assert.Equal(1, year.Lines.NonStock);
        Assert.Empty(year.Skus);
    }

    [Fact]
    public void NonStockLine_IsNotHeldToTheRulesOfStock() =>
        Assert.Equal(1, Sales.Year("1,POST,0,2010-12-01 08:26,").Lines.NonStock);

    [Theory]
    [InlineData("6", "0")]
    [InlineData("-6", "0.00")]
    [InlineData("0", "0")]
    [InlineData("1", "-11062.06")]
    public void StockLine_WithoutAPrice_IsAnAdjustmentAndListsNoSku(string quantity, string price)
    {
        ShopYear year = Sales.Year($"1,22386,{quantity},2010-12-01 08:26,{price}");
        Assert.Equal(1, year.Lines.Adjustments);
        Assert.Empty(year.Skus);
        Assert.True(year.Events.IsEmpty);
    }

    [Fact]
    public void StockLine_QuantityAboveZero_IsASale()
    {
        SkuSales sku = Assert.Single(Sales.Year("1,22386,6,2010-12-01 08:26,2.55").Skus);
        Assert.Equal((1, 6, 15.30m), (sku.SaleLines, sku.SoldQuantity, sku.RevenueGross));
    }

    [Theory]
    [InlineData("C1")]
    [InlineData("1")]
    public void StockLine_QuantityBelowZero_IsAReturn(string invoice)
    {
        SkuSales sku = Assert.Single(Sales.Year($"{invoice},22386,-6,2010-12-01 08:26,2.55").Skus);
        Assert.Equal((1, 6, 15.30m), (sku.ReturnLines, sku.ReturnedQuantity, sku.RevenueReturns));
        Assert.Equal((-6, -15.30m), (sku.NetQuantity, sku.RevenueNet));
    }

    [Fact]
    public void StockLine_QuantityZero_IsRefusedByRow() =>
        AssertRefused(
            "1,22386,0,2010-12-01 08:26,2.55",
            "Row 3, column Quantity: \"0\" is neither a sale (above 0) nor a return (below 0).");

    [Fact]
    public void StockLine_CancellationThatSells_IsRefusedByRow() =>
        AssertRefused(
            "C1,22386,6,2010-12-01 08:26,2.55",
            "Row 3, column Invoice: \"C1\" is a cancellation (C), but the line sells goods: its quantity is above 0.");

    [Fact]
    public void ExactDuplicates_AreAllKept()
    {
        string line = "1,22386,6,2010-12-01 08:26,2.55";
        ShopYear year = Sales.Year(line, line);
        Assert.Equal(2, year.Sku("22386").SaleLines);
        Assert.Equal(["receipt:2010-W48:22386", "line:2", "line:3"], year.Keys());
    }

    [Fact]
    public void CodesThatDifferByCase_AreOneSku() =>
        Assert.Equal(12, Sales.Year("1,85123A,6,2010-12-01 08:26,2.55", "1,85123a,6,2010-12-01 08:26,2.55")
            .Sku("85123A").SoldQuantity);

    [Fact]
    public void Rows_CountsLinesOfEveryKind()
    {
        LineCounts lines = Sales.Year(
            "1,22386,6,2010-12-01 08:26,2.55",
            "C2,22386,-1,2010-12-01 09:00,2.55",
            "3,22386,-1,2010-12-01 09:00,0",
            "4,POST,1,2010-12-01 09:00,18").Lines;
        Assert.Equal((1, 1, 1, 1, 4), (lines.Sales, lines.Returns, lines.Adjustments, lines.NonStock, lines.Rows));
    }

    private static void AssertRefused(string line, string message) =>
        Assert.Equal(
            message,
            Assert.Throws<InputException>(() => Sales.Year("1,22386,6,2010-12-01 08:26,2.55", line)).Message);
}
