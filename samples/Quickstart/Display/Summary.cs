using Inventory.Samples.Quickstart.Input;
using Inventory.Samples.Quickstart.Output;
using Inventory.Samples.Quickstart.Report;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Samples.Quickstart.Display;

/// <summary>The year on one screen, for the shop's owner.</summary>
internal static class Summary
{
    private const int TopSellerCount = 10;

    public static void Write(TextWriter to, SalesFile source, YearReport report)
    {
        WriteOrigin(to, source, report.Year);
        WriteGoods(to, report.Totals);
        WriteMoney(to, report.Totals);
        WriteTurnover(to, report.FifoTurnover);
        WriteClasses(to, report);
        TopSellers(report.Rows).Write(to);
    }

    private static void WriteOrigin(TextWriter to, SalesFile source, ShopYear year)
    {
        LineCounts lines = year.Lines;
        to.WriteLine();
        to.WriteLine($"{source.Name}, {Figures.Time(year.First)} to {Figures.Time(year.Last)}");
        to.WriteLine($"{Shown.Count(lines.Rows)} lines: {Shown.Count(lines.Sales)} sales, "
            + $"{Shown.Count(lines.Returns)} returns; left out: {Shown.Count(lines.Adjustments)} without a price, "
            + $"{Shown.Count(lines.NonStock)} that are no goods");
        to.WriteLine();
    }

    private static void WriteGoods(TextWriter to, YearTotals totals)
    {
        Table goods = new("Goods", "pieces", "<");
        goods.Add("received from suppliers", Shown.Count(totals.ReceivedQuantity));
        goods.Add("sold", Shown.Count(totals.SoldQuantity));
        goods.Add("returned by customers", Shown.Count(totals.ReturnedQuantity), UnmatchedNote(totals));
        goods.Add("in stock at the end", Shown.Count(totals.EndQuantity));
        goods.Write(to);
    }

    private static string UnmatchedNote(YearTotals totals) => totals.UnmatchedReturnQuantity == 0
        ? ""
        : $"{Shown.Count(totals.UnmatchedReturnQuantity)} of them older than any delivery, not put into stock";

    private static void WriteMoney(TextWriter to, YearTotals totals)
    {
        decimal fifoMargin = Margin(totals, totals.FifoCogs);
        decimal averageMargin = Margin(totals, totals.AvcoCogs);
        Table money = new("Money, in the file's currency", "first in first out", "moving average");
        Both("sales", totals.RevenueGross, totals.RevenueGross);
        Both("returns", -totals.RevenueReturns, -totals.RevenueReturns);
        Both("revenue", totals.RevenueNet, totals.RevenueNet);
        Both("cost of goods sold", -totals.FifoCogs, -totals.AvcoCogs);
        Both("cost of goods returned", totals.ReturnsInValue, totals.ReturnsInValue);
        Both("gross margin", fifoMargin, averageMargin);
        money.Add(
            "gross margin, part of revenue",
            Shown.Percent(fifoMargin, totals.RevenueNet),
            Shown.Percent(averageMargin, totals.RevenueNet));
        Both("stock value at the end", totals.FifoEndValue, totals.AvcoEndValue);
        money.Write(to);

        void Both(string name, decimal fifo, decimal average) =>
            money.Add(name, Shown.Money(fifo), Shown.Money(average));
    }

    private static decimal Margin(YearTotals totals, decimal costOfSales) =>
        totals.RevenueNet - costOfSales + totals.ReturnsInValue;

    private static void WriteTurnover(TextWriter to, decimal? turnover)
    {
        if (turnover is { } times)
        {
            to.WriteLine(
                $"Stock turned over {Shown.Times(times)} times (cost of goods sold over mean month-end value)");
            to.WriteLine();
        }
    }

    private static void WriteClasses(TextWriter to, YearReport report)
    {
        Table classes = new("Class", "SKUs", "revenue", "share");
        foreach (ClassTotal each in report.Classes)
        {
            classes.Add(
                each.Class.ToString(),
                Shown.Count(each.SkuCount),
                Shown.Money(each.RevenueNet),
                Shown.Percent(each.RevenueNet, report.Totals.RevenueNet));
        }

        classes.Write(to);
    }

    private static Table TopSellers(IReadOnlyList<SkuRow> rows)
    {
        Table sellers = new("Top sellers", "<", "pieces", "revenue");
        foreach (SkuRow row in rows.OrderByDescending(row => row.Sales.RevenueNet).Take(TopSellerCount))
        {
            sellers.Add(
                row.Sales.Sku,
                OneLine(row.Sales.Description),
                Shown.Count(row.Sales.NetQuantity),
                Shown.Money(row.Sales.RevenueNet));
        }

        return sellers;
    }

    // A quoted field may hold line ends; a table cell may not.
    private static string OneLine(string text)
    {
        const int LengthMax = 40;
        string line = string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
        return line.Length <= LengthMax ? line : line[..(LengthMax - 3)] + "...";
    }
}
