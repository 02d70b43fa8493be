using System.Globalization;
using NodaTime;

namespace Inventory.Samples.Quickstart.Input;

/// <summary>
/// One line of the file. Fields are read when asked for, so that a line which is ignored (postage, say) is not held
/// to rules that do not concern it.
/// </summary>
internal readonly ref struct SalesRow(CsvReader record, SalesColumns columns, InvoiceDates dates)
{
    private const NumberStyles PlainNumber =
        NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public int Row => record.Row;

    public ReadOnlySpan<char> Invoice => record[columns.Invoice].Trim();

    public ReadOnlySpan<char> StockCode => record[columns.StockCode].Trim();

    public ReadOnlySpan<char> Description =>
        columns.Description < 0 ? default : record[columns.Description].Trim();

    /// <summary>When it was sold, in UTC.</summary>
    public Instant At
    {
        get
        {
            ReadOnlySpan<char> text = record[columns.InvoiceDate];
            return dates.TryRead(text, out Instant at, out string rule) ? at : throw Broken(columns.InvoiceDate, rule);
        }
    }

    /// <summary>Each. Some exports write whole numbers with a tail, as in 6.0; that is still six.</summary>
    public int Quantity
    {
        get
        {
            ReadOnlySpan<char> text = record[columns.Quantity].Trim();
            if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int whole))
            {
                return whole;
            }

            return decimal.TryParse(text, PlainNumber, CultureInfo.InvariantCulture, out decimal number)
                && decimal.IsInteger(number)
                && number is >= int.MinValue and <= int.MaxValue
                ? (int)number
                : throw Broken(columns.Quantity, $"is not a whole number of at most {int.MaxValue}");
        }
    }

    /// <summary>Money per each.</summary>
    public decimal Price
    {
        get
        {
            ReadOnlySpan<char> text = record[columns.Price].Trim();
            return decimal.TryParse(text, PlainNumber, CultureInfo.InvariantCulture, out decimal price)
                ? price
                : throw Broken(columns.Price, "is not a number like 12.95");
        }
    }

    public InputException InvoiceBreaks(string rule) => Broken(columns.Invoice, rule);

    public InputException QuantityBreaks(string rule) => Broken(columns.Quantity, rule);

    private InputException Broken(int column, string rule) =>
        InputException.AtField(Row, columns.NameOf(column), record[column], rule);
}
