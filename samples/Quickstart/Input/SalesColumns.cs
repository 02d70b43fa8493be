namespace Inventory.Samples.Quickstart.Input;

/// <summary>Where the columns we need stand in a file, and what that file calls them.</summary>
internal sealed class SalesColumns
{
    private readonly List<string> _header = [];

    private SalesColumns(CsvReader header)
    {
        for (int i = 0; i < header.FieldCount; i++)
        {
            _header.Add(header[i].Trim().ToString());
        }

        Invoice = Required("Invoice", "InvoiceNo");
        StockCode = Required("StockCode");
        Quantity = Required("Quantity");
        InvoiceDate = Required("InvoiceDate");
        Price = Required("Price", "UnitPrice");
        Description = Find("Description");
    }

    public int Invoice { get; }

    public int StockCode { get; }

    public int Quantity { get; }

    public int InvoiceDate { get; }

    public int Price { get; }

    /// <summary>-1 where the file has none: it is only shown, never reckoned with.</summary>
    public int Description { get; }

    public int Count => _header.Count;

    public static SalesColumns FromHeader(CsvReader header) => new(header);

    public string NameOf(int column) => _header[column];

    private int Required(params ReadOnlySpan<string> names)
    {
        int found = Find(names);
        return found >= 0
            ? found
            : throw new InputException(
                $"The header has no column {string.Join(" or ", names)}; it has {string.Join(", ", _header)}.");
    }

    private int Find(params ReadOnlySpan<string> names)
    {
        int found = -1;
        for (int column = 0; column < _header.Count; column++)
        {
            if (!names.Contains(_header[column], StringComparer.OrdinalIgnoreCase))
            {
                continue;
            }

            found = found < 0
                ? column
                : throw new InputException(
                    $"The header has both {_header[found]} and {_header[column]}; one of them must go.");
        }

        return found;
    }
}
