using System.Runtime.InteropServices;
using NodaTime;

namespace Inventory.Samples.Quickstart.Year;

/// <summary>
/// Makes up the deliveries that the file does not tell: for each SKU and week with sales one receipt, on that Monday,
/// of what the week will sell and 5 % more, at 0.6 of the week's median price.
/// </summary>
internal static class WeeklyReceipts
{
    private const int CostDecimals = 4;
    private const decimal CostOfPrice = 0.6m;

    /// <param name="lines">Sorted by SKU, then time.</param>
    public static List<StockEvent> For(ReadOnlySpan<StockLine> lines)
    {
        List<StockEvent> receipts = [];
        for (int start = 0, end; start < lines.Length; start = end)
        {
            int sku = lines[start].Sku;
            LocalDate monday = Weeks.MondayOf(lines[start].At);
            Instant nextMonday = Weeks.StartOf(monday.PlusWeeks(1));
            end = start + 1;
            while (end < lines.Length && lines[end].Sku == sku && lines[end].At < nextMonday)
            {
                end++;
            }

            if (ReceiptFor(lines[start..end], monday) is { } receipt)
            {
                receipts.Add(receipt);
            }
        }

        return receipts;
    }

    /// <summary>5 % more, rounded up to whole pieces.</summary>
    public static long QuantityFor(long demand) => (21 * demand + 19) / 20;

    /// <summary>0.6 of the median, rounded half to even.</summary>
    /// <param name="prices">One for each sale line, from low to high.</param>
    public static decimal UnitCostFor(ReadOnlySpan<decimal> prices)
    {
        decimal lower = prices[(prices.Length - 1) / 2];
        decimal upper = prices[prices.Length / 2];
        return decimal.Round(CostOfPrice * ((lower + upper) / 2), CostDecimals, MidpointRounding.ToEven);
    }

    private static StockEvent? ReceiptFor(ReadOnlySpan<StockLine> week, LocalDate monday)
    {
        long demand = 0;
        List<decimal> prices = new(week.Length);
        foreach (ref readonly StockLine line in week)
        {
            if (line.Kind == LineKind.Sale)
            {
                demand += line.Quantity;
                prices.Add(line.UnitPrice);
            }
        }

        if (demand == 0)
        {
            return null;
        }

        prices.Sort();
        decimal unitCost = UnitCostFor(CollectionsMarshal.AsSpan(prices));
        return new StockEvent(
            StockEventKind.Receipt, week[0].Sku, Row: 0, Weeks.StartOf(monday), QuantityFor(demand), unitCost);
    }
}
