using Inventory.Samples.Quickstart.Input;

namespace Inventory.Samples.Quickstart.Year;

/// <summary>The kind of a stock line: the first rule that fits.</summary>
internal static class LineRules
{
    private const char CancellationMark = 'C';

    public static LineKind KindOfStockLine(in SalesRow row)
    {
        if (row.Price <= 0)
        {
            return LineKind.Adjustment;
        }

        int quantity = row.Quantity;
        if (quantity < 0)
        {
            return LineKind.Return;
        }

        if (quantity == 0)
        {
            throw row.QuantityBreaks("is neither a sale (above 0) nor a return (below 0)");
        }

        return row.Invoice is [CancellationMark, ..]
            ? throw row.InvoiceBreaks("is a cancellation (C), but the line sells goods: its quantity is above 0")
            : LineKind.Sale;
    }
}
