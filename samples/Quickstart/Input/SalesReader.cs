namespace Inventory.Samples.Quickstart.Input;

/// <summary>Goes through the lines of a sales file from first to last.</summary>
internal sealed class SalesReader
{
    private readonly CsvReader _record;
    private readonly SalesColumns _columns;
    private readonly InvoiceDates _dates;

    /// <param name="text">The file's text; the caller closes it.</param>
    /// <param name="reopen">
    /// The same text from its start, for files whose dates can only be read after a look ahead.
    /// </param>
    public SalesReader(TextReader text, Func<TextReader> reopen)
    {
        _record = new CsvReader(text);
        if (!_record.Read())
        {
            throw new InputException("The file is empty; it should start with a row of column names.");
        }

        _columns = SalesColumns.FromHeader(_record);
        _dates = new InvoiceDates(() => FindSlashOrder(reopen, _columns.InvoiceDate));
    }

    public SalesRow Current => new(_record, _columns, _dates);

    public bool Read()
    {
        while (_record.Read())
        {
            if (_record.IsBlank)
            {
                continue;
            }

            return _record.FieldCount == _columns.Count
                ? true
                : throw InputException.AtRow(
                    _record.Row, $"it has {_record.FieldCount} fields where the header has {_columns.Count}");
        }

        return false;
    }

    private static SlashOrder? FindSlashOrder(Func<TextReader> reopen, int dateColumn)
    {
        using TextReader text = reopen();
        return SlashOrders.FirstProof(new CsvReader(text), dateColumn);
    }
}
