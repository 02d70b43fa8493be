using NodaTime;

namespace Inventory.Samples.Quickstart.MadeUp;

/// <summary>The days on which the made-up shop trades: not on Saturdays and not over Christmas.</summary>
internal static class OpenDays
{
    private const int Year = 2025;

    public static List<LocalDate> List()
    {
        List<LocalDate> days = [];
        for (LocalDate day = new(Year, 1, 2); day.Year == Year; day = day.PlusDays(1))
        {
            bool isChristmas = day is { Month: 12, Day: >= 24 };
            if (day.DayOfWeek != IsoDayOfWeek.Saturday && !isChristmas)
            {
                days.Add(day);
            }
        }

        return days;
    }
}
