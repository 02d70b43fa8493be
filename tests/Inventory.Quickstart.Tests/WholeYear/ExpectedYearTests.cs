namespace Inventory.Quickstart.Tests.WholeYear;

/// <summary>The main job: the real year through the inventory library, right to the last digit.</summary>
public class ExpectedYearTests(ExpectedYear year) : IClassFixture<ExpectedYear>
{
    [Fact]
    public async Task Skus_EqualTheExpectedFigures() =>
        YearComparison.AssertSkus(await year.FolderAsync(), YearComparison.ToleranceOfAnIssue);

    [Fact]
    public async Task MonthEnds_EqualTheExpectedFigures() => YearComparison.AssertMonthEnds(await year.FolderAsync());

    [Fact]
    public async Task Totals_EqualTheExpectedFigures() =>
        YearComparison.AssertTotals(await year.FolderAsync(), YearComparison.ToleranceOfAnIssue);
}
