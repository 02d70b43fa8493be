using NodaTime;

namespace Inventory.Samples.Quickstart.Year;

/// <summary>The end of a calendar month, at which stock is valued.</summary>
internal readonly record struct MonthEnd(YearMonth Month)
{
    /// <summary>Midnight of the next month's first day, UTC. What happens then or later is not in the month.</summary>
    public Instant Until => Month.PlusMonths(1).OnDayOfMonth(1).AtMidnight().InUtc().ToInstant();

    /// <summary>Every month from that of <paramref name="first"/> to that of <paramref name="last"/>.</summary>
    public static IEnumerable<MonthEnd> Between(Instant first, Instant last)
    {
        YearMonth end = last.InUtc().Date.ToYearMonth();
        for (YearMonth month = first.InUtc().Date.ToYearMonth(); month <= end; month = month.PlusMonths(1))
        {
            yield return new MonthEnd(month);
        }
    }
}
