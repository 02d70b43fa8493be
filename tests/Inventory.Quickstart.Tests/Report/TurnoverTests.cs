using Inventory.Samples.Quickstart.Report;
using NodaTime;

namespace Inventory.Quickstart.Tests.Report;

/// <summary>Rule 11.</summary>
public class TurnoverTests
{
    [Fact]
    public void Turnover_IsCostOverTheMeanMonthEnd_SixDecimals() =>
        Assert.Equal(1.333333m, Turnover.Of(100m, Months(50m, 75m, 100m)));

    [Theory]
    [InlineData("0.000001", "2", "0.000000")]
    [InlineData("0.000003", "2", "0.000002")]
    public void Turnover_IsRoundedHalfToEven(string cost, string value, string expected) =>
        Assert.Equal(decimal.Parse(expected), Turnover.Of(decimal.Parse(cost), Months(decimal.Parse(value))));

    [Fact]
    public void Turnover_WhereThereNeverWasStock_IsUndefined()
    {
        Assert.Null(Turnover.Of(0m, Months(0m, 0m)));
        Assert.Null(Turnover.Of(0m, []));
    }

    private static MonthEndValue[] Months(params decimal[] values) =>
        [.. values.Select((value, i) => new MonthEndValue(new YearMonth(2010, 1 + i), value))];
}
