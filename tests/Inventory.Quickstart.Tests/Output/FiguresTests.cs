using Inventory.Samples.Quickstart.Output;
using NodaTime;

namespace Inventory.Quickstart.Tests.Output;

/// <summary>Rule 12.</summary>
public class FiguresTests
{
    [Theory]
    [InlineData("0.00005", "0.0000")]
    [InlineData("0.00015", "0.0002")]
    [InlineData("-0.00015", "-0.0002")]
    [InlineData("1234567.8", "1234567.8000")]
    public void StockMoney_HasFourDecimals_HalfToEven(string money, string written) =>
        Assert.Equal(written, Figures.StockMoney(decimal.Parse(money)));

    [Theory]
    [InlineData("0.0005", "0.000")]
    [InlineData("0.0015", "0.002")]
    [InlineData("-3", "-3.000")]
    public void Revenue_HasThreeDecimals_HalfToEven(string money, string written) =>
        Assert.Equal(written, Figures.Revenue(decimal.Parse(money)));

    [Fact]
    public void Ratio_HasSixDecimals_AndIsEmptyWhereUndefined()
    {
        Assert.Equal("15.196516", Figures.Ratio(15.196516m));
        Assert.Equal("", Figures.Ratio(null));
    }

    [Fact]
    public void TimeAndMonth_AreYearFirst()
    {
        Assert.Equal("2010-12-01 08:26:00", Figures.Time(Instant.FromUtc(2010, 12, 1, 8, 26)));
        Assert.Equal("2010-12", Figures.Month(new YearMonth(2010, 12)));
    }
}
