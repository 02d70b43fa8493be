using Inventory.Samples.Quickstart.Report;

namespace Inventory.Samples.Quickstart.Output;

/// <summary>month_end_value.csv: what stock was worth at each month's end.</summary>
internal static class MonthEndFile
{
    public const string Name = "month_end_value.csv";

    public static void Write(TextWriter to, IReadOnlyList<MonthEndValue> monthEnds)
    {
        to.WriteLine("month,fifo_value_all_skus");
        foreach (MonthEndValue each in monthEnds)
        {
            to.WriteLine($"{Figures.Month(each.Month)},{Figures.StockMoney(each.FifoValue)}");
        }
    }
}
