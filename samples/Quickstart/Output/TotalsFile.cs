using System.Text;
using System.Text.Json;
using Inventory.Samples.Quickstart.Report;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Samples.Quickstart.Output;

/// <summary>
/// totals.json: the year in sum. Keys are in ordinal order; money is text, so that no reader makes a double of it.
/// </summary>
internal static class TotalsFile
{
    public const string Name = "totals.json";

    private const int AvcoDecimals = 2;

    private static readonly JsonWriterOptions _layout = new() { Indented = true, IndentSize = 1, NewLine = "\n" };

    public static void Write(TextWriter to, YearReport report)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, _layout))
        {
            json.WriteStartObject();
            WriteClasses(json, report);
            WriteTotals(json, report);
            json.WriteEndObject();
        }

        to.WriteLine(Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length));
    }

    private static void WriteClasses(Utf8JsonWriter json, YearReport report)
    {
        json.WriteStartObject("abc");
        foreach (ClassTotal each in report.Classes)
        {
            json.WriteStartObject(each.Class.ToString());
            json.WriteString("revenue_net", Figures.Revenue(each.RevenueNet));
            json.WriteNumber("skus", each.SkuCount);
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteTotals(Utf8JsonWriter json, YearReport report)
    {
        YearTotals totals = report.Totals;
        json.WriteString("avco_cogs", Figures.Fixed(totals.AvcoCogs, AvcoDecimals));
        json.WriteNumber("end_qty", totals.EndQuantity);
        json.WriteString("fifo_cogs", Figures.StockMoney(totals.FifoCogs));
        json.WriteString("fifo_end_value", Figures.StockMoney(totals.FifoEndValue));
        json.WriteString("fifo_turnover", Figures.Ratio(report.FifoTurnover));
        json.WriteString("first", Figures.Time(report.Year.First));
        json.WriteString("last", Figures.Time(report.Year.Last));
        WriteLineKinds(json, report.Year.Lines);
        json.WriteNumber("receipts", report.Year.ReceiptCount);
        json.WriteNumber("received_qty", totals.ReceivedQuantity);
        json.WriteString("received_value", Figures.StockMoney(totals.ReceivedValue));
        json.WriteNumber("returned_qty", totals.ReturnedQuantity);
        json.WriteString("returns_in_value", Figures.StockMoney(totals.ReturnsInValue));
        json.WriteString("revenue_gross", Figures.Revenue(totals.RevenueGross));
        json.WriteString("revenue_returns", Figures.Revenue(totals.RevenueReturns));
        json.WriteNumber("rows", report.Year.Lines.Rows);
        json.WriteNumber("skus", report.Rows.Count);
        json.WriteNumber("sold_qty", totals.SoldQuantity);
        json.WriteNumber("unmatched_return_qty", totals.UnmatchedReturnQuantity);
    }

    private static void WriteLineKinds(Utf8JsonWriter json, LineCounts lines)
    {
        json.WriteStartObject("line_kinds");
        json.WriteNumber("adjustment", lines.Adjustments);
        json.WriteNumber("non_stock", lines.NonStock);
        json.WriteNumber("return", lines.Returns);
        json.WriteNumber("sale", lines.Sales);
        json.WriteEndObject();
    }
}
