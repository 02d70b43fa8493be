using Inventory.Samples.Quickstart.Stock;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Samples.Quickstart.Report;

/// <summary>The year in figures: sales from the file, stock from the inventory.</summary>
internal sealed class YearReport
{
    public YearReport(ShopYear year, StockAnswers answers)
    {
        Year = year;
        Check = answers.Check;

        Abc[] classes = AbcClasses.Of(year.Skus);
        Rows = [.. year.Skus.Select((sales, i) => new SkuRow(sales, answers.BySku[i], classes[i]))];
        Totals = new YearTotals(Rows);
        Classes = [.. Enum.GetValues<Abc>().Select(TotalOf)];
        MonthEnds =
        [
            .. year.MonthEnds.Select((end, i) => new MonthEndValue(end.Month, answers.MonthEndFifoValues[i])),
        ];
        FifoTurnover = Turnover.Of(Totals.FifoCogs, MonthEnds);
    }

    public ShopYear Year { get; }

    /// <summary>In ordinal order of SKU.</summary>
    public IReadOnlyList<SkuRow> Rows { get; }

    public YearTotals Totals { get; }

    public IReadOnlyList<ClassTotal> Classes { get; }

    public IReadOnlyList<MonthEndValue> MonthEnds { get; }

    public decimal? FifoTurnover { get; }

    public LedgerCheck Check { get; }

    private ClassTotal TotalOf(Abc @class)
    {
        SkuRow[] rows = [.. Rows.Where(row => row.Class == @class)];
        return new ClassTotal(@class, rows.Length, rows.Sum(row => row.Sales.RevenueNet));
    }
}
