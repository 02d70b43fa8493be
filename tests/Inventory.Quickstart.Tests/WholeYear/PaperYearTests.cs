using Inventory.Quickstart.Tests.Paper;
using Inventory.Samples.Quickstart;
using Inventory.Samples.Quickstart.CommandLine;
using Inventory.Samples.Quickstart.Input;
using Inventory.Samples.Quickstart.Stock;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Quickstart.Tests.WholeYear;

/// <summary>
/// The real year with stock kept on paper: reading, rules, report and files are right, so that whatever differs in a
/// run with the library is the library's.
/// </summary>
public sealed class PaperYearTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task PaperYear_EqualsTheExpectedFigures()
    {
        Assert.SkipUnless(SharedYear.IsThere, SharedYear.Absence);
        StringWriter output = new();
        Arguments arguments = new(SharedYear.Sales, _folder.Path, Seed: 0, WantsHelp: false);
        int exitCode = await new QuickstartRun(new PaperStockKeeper(), output, new NoProgress())
            .RunAsync(arguments, CancellationToken.None);

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("Verify clean", output.ToString());
        YearComparison.AssertSkus(_folder.Path, toleranceOfAnIssue: 0);
        YearComparison.AssertMonthEnds(_folder.Path);
        YearComparison.AssertTotals(_folder.Path, toleranceOfAnIssue: 0);
        TestContext.Current.TestOutputHelper?.WriteLine(output.ToString());
    }

    // 100,291 receipts, 527,725 sales and 8,704 returns are 636,720; 36 of the returns have no receipt before them
    // and do not enter stock.
    [Fact]
    public void RealYear_Has636684Movements()
    {
        Assert.SkipUnless(SharedYear.IsThere, SharedYear.Absence);
        ShopYear year = ShopYearReader.Read(SalesFile.Find(SharedYear.Sales));
        Assert.Equal(636_720, year.ReceiptCount + year.Lines.Sales + year.Lines.Returns);
        Assert.Equal(636_720 - 36, year.Events.Length);
        Assert.Equal(100_291, year.Events.ToArray().Count(each => each.Kind == StockEventKind.Receipt));
        Assert.Equal(year.Events.Length, year.Keys().Distinct(StringComparer.Ordinal).Count());
    }

    private sealed class NoProgress : IProgress<ReplayStep>
    {
        public void Report(ReplayStep value)
        {
        }
    }
}
