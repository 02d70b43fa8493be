using Inventory.Samples.Quickstart.Report;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Quickstart.Tests.Report;

/// <summary>Rule 9.</summary>
public class AbcClassesTests
{
    [Theory]
    [InlineData("80,15,5", "ABC")]
    [InlineData("80.01,14.99,5", "ABC")]
    [InlineData("100", "A")]
    [InlineData("5,80,15", "CAB")]
    [InlineData("70,10.01,14.99,5", "ABBC")]
    [InlineData("99,1", "AC")]
    public void Class_GoesByTheCumulativeShareWithItsOwn(string revenues, string classes) =>
        Assert.Equal(classes, Classes(revenues));

    [Theory]
    [InlineData("80,0,-50,15,5", "ACCBC")]
    [InlineData("0", "C")]
    [InlineData("-1,-2", "CC")]
    public void Class_OfASkuThatMadeNothing_IsC_AndItIsNotInTheTotal(string revenues, string classes) =>
        Assert.Equal(classes, Classes(revenues));

    [Fact]
    public void Class_OfEqualRevenue_GoesBySku() => Assert.Equal("AAAABC", Classes("20,20,20,20,10,10"));

    [Fact]
    public void Class_OfNoSkus_IsNone() => Assert.Empty(AbcClasses.Of([]));

    private static string Classes(string revenues) => string.Concat(AbcClasses.Of(
        [.. revenues.Split(',').Select((revenue, i) => SkuWith($"1000{i}", decimal.Parse(revenue)))]));

    private static SkuSales SkuWith(string code, decimal revenue)
    {
        SkuSales sku = new(code);
        LineKind kind = revenue < 0 ? LineKind.Return : LineKind.Sale;
        sku.Add(new StockLine(kind, Sku: 0, Row: 2, Sales.At("2010-12-01 08:26"), Quantity: 1, Math.Abs(revenue)));
        return sku;
    }
}
