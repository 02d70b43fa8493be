using System.Globalization;
using Inventory.Samples.Quickstart.Output;
using NodaTime;
using NodaTime.Text;

namespace Inventory.Samples.Quickstart.MadeUp;

/// <summary>Writes a made-up year as a till would export it. The same seed gives the same bytes everywhere.</summary>
internal static class MadeUpFile
{
    // Not zipped: the bytes of a zip depend on the zip library, and the file is known by its bytes.
    public const string Name = "year.csv";

    private const int FirstInvoice = 536_365;

    private static readonly LocalDateTimePattern _time =
        LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    public static void Write(string path, long seed) => OutputFile.Write(path, to => Write(to, seed));

    public static void Write(TextWriter to, long seed)
    {
        to.WriteLine("InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country");
        int number = FirstInvoice;
        foreach ((LocalDate day, IReadOnlyList<Invoice> invoices) in new MadeUpYear(seed).Days())
        {
            foreach (Invoice invoice in invoices)
            {
                Write(to, invoice, number, day.AtMidnight().PlusMinutes(invoice.MinuteOfDay));
                number++;
            }
        }
    }

    private static void Write(TextWriter to, Invoice invoice, int number, LocalDateTime at)
    {
        string mark = invoice.IsCancellation ? "C" : "";
        foreach (InvoiceLine line in invoice.Lines)
        {
            to.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{mark}{number},{line.Code},{Quoted(line.Description)},{line.Quantity},{_time.Format(at)},"
                + $"{Figures.Fixed(line.Price, 2)},{invoice.Customer},{invoice.Country}"));
        }
    }

    private static string Quoted(string text) => text.AsSpan().IndexOfAny(',', '"') < 0
        ? text
        : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
