using System.Globalization;
using NodaTime;
using NodaTime.Calendars;

namespace Inventory.Samples.Quickstart.Year;

/// <summary>ISO weeks, Monday to Sunday, in UTC.</summary>
internal static class Weeks
{
    public static LocalDate MondayOf(Instant at)
    {
        LocalDate date = at.InUtc().Date;
        return date.PlusDays(IsoDayOfWeek.Monday - date.DayOfWeek);
    }

    public static Instant StartOf(LocalDate monday) => monday.AtMidnight().InUtc().ToInstant();

    /// <summary>As ISO 8601 writes it: 2010-W48.</summary>
    public static string NameOf(LocalDate date)
    {
        IWeekYearRule iso = WeekYearRules.Iso;
        return string.Create(
            CultureInfo.InvariantCulture, $"{iso.GetWeekYear(date):0000}-W{iso.GetWeekOfWeekYear(date):00}");
    }
}
