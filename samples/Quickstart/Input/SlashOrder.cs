using System.Globalization;

namespace Inventory.Samples.Quickstart.Input;

/// <summary>What stands first in a date like 12/13/2010.</summary>
internal enum SlashOrder
{
    MonthFirst,
    DayFirst,
}

internal static class SlashOrders
{
    private const int MonthMax = 12;

    /// <summary>The order that the first date with a number above 12 proves; null if no date does.</summary>
    public static SlashOrder? FirstProof(CsvReader rows, int dateColumn)
    {
        while (rows.Read())
        {
            if (dateColumn < rows.FieldCount && ProvenBy(rows[dateColumn]) is { } order)
            {
                return order;
            }
        }

        return null;
    }

    private static SlashOrder? ProvenBy(ReadOnlySpan<char> date)
    {
        Span<Range> parts = stackalloc Range[3];
        if (date.Split(parts, '/') != 3
            || !TryRead(date[parts[0]], out int first)
            || !TryRead(date[parts[1]], out int second))
        {
            return null;
        }

        return (first > MonthMax, second > MonthMax) switch
        {
            (false, true) => SlashOrder.MonthFirst,
            (true, false) => SlashOrder.DayFirst,
            _ => null,
        };
    }

    private static bool TryRead(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
