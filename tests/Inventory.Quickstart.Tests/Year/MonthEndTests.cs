using Inventory.Samples.Quickstart.Input;
using Inventory.Samples.Quickstart.Year;
using NodaTime;

namespace Inventory.Quickstart.Tests.Year;

/// <summary>Rules 10 and 11: the months of the file and where they end.</summary>
public class MonthEndTests
{
    [Fact]
    public void MonthEnds_RunFromTheEarliestLineToTheLatest_OfAnyKind()
    {
        ShopYear year = Sales.Year(
            "1,22386,6,2011-01-31 08:26,2.55", "2,POST,1,2010-11-30 23:59,18", "3,22386,1,2011-03-01 00:00,0");
        Assert.Equal(
            [new YearMonth(2010, 11), new(2010, 12), new(2011, 1), new(2011, 2), new(2011, 3)],
            year.MonthEnds.Select(end => end.Month));
        Assert.Equal(Sales.At("2010-11-30 23:59"), year.First);
        Assert.Equal(Sales.At("2011-03-01 00:00"), year.Last);
    }

    [Fact]
    public void MonthEnd_IsMidnightAfterItsLastDay() =>
        Assert.Equal(Sales.At("2011-01-01 00:00"), new MonthEnd(new YearMonth(2010, 12)).Until);

    [Fact]
    public void MonthEnds_OfMoreThanTenYears_AreRefused() =>
        Assert.Equal(
            "The file runs from 0201-12-01T08:26:00Z to 2010-12-01T08:26:00Z, more than 120 months;"
            + " is a date mistyped?",
            Assert.Throws<InputException>(() => Sales.Year(
                "1,22386,6,2010-12-01 08:26,2.55", "1,22386,6,0201-12-01 08:26,2.55")).Message);

    [Fact]
    public void FileWithoutLines_IsRefused() =>
        Assert.Equal(
            "The file has no lines after its header.",
            Assert.Throws<InputException>(() => Sales.Year()).Message);
}
