namespace Inventory.Samples.Quickstart.Report;

/// <summary>How often stock was sold through in the year.</summary>
internal static class Turnover
{
    private const int Decimals = 6;

    /// <summary>Cost of sales over the mean of the month-end values; null where there never was any value.</summary>
    public static decimal? Of(decimal costOfSales, IReadOnlyList<MonthEndValue> monthEnds)
    {
        decimal sum = monthEnds.Sum(each => each.FifoValue);

        // Multiplied first: the mean itself may have no exact decimal form.
        return sum == 0
            ? null
            : decimal.Round(costOfSales * monthEnds.Count / sum, Decimals, MidpointRounding.ToEven);
    }
}
