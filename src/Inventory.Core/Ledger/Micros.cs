using NodaTime;
using NodaTime.Text;

namespace Inventory.Ledger;

/// <summary>Instants as the ledger stores them: whole microseconds since 1970-01-01T00:00Z.</summary>
public static class Micros
{
    private const long PerDay = 86_400_000_000;

    /// <summary>An instant as microseconds, cut down to a whole one.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>Microseconds since 1970.</returns>
    public static long Floor(Instant instant)
    {
        var ticks = instant.ToUnixTimeTicks();
        return ticks >= 0 || ticks % 10 == 0 ? ticks / 10 : ticks / 10 - 1;
    }

    /// <summary>An instant as microseconds, or null when it is finer than that.</summary>
    /// <param name="instant">The instant.</param>
    /// <returns>Microseconds since 1970, or null.</returns>
    public static long? TryFrom(Instant instant)
    {
        var micros = Floor(instant);
        return ToInstant(micros) == instant ? micros : null;
    }

    /// <summary>Microseconds as an instant.</summary>
    /// <param name="micros">Microseconds since 1970.</param>
    /// <returns>The instant.</returns>
    public static Instant ToInstant(long micros) => Instant.FromUnixTimeTicks(checked(micros * 10));

    /// <summary>The calendar day of an instant in a time zone, as the number yyyymmdd.</summary>
    /// <param name="micros">Microseconds since 1970.</param>
    /// <param name="zone">The IANA name of the time zone.</param>
    /// <returns>The day.</returns>
    public static int BusinessDate(long micros, string zone)
    {
        ArgumentNullException.ThrowIfNull(zone);
        var date = zone == "UTC"
            ? LocalDate.FromDateOnly(DateOnly
                .FromDayNumber((int)(Math.DivRem(micros, PerDay, out var rest) - (rest < 0 ? 1 : 0)) + 719_162))
            : ToInstant(micros).InZone(DateTimeZoneProviders.Tzdb[zone]).Date;
        return ToNumber(date);
    }

    /// <summary>A date as the number yyyymmdd.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The number.</returns>
    public static int ToNumber(LocalDate date) => date.Year * 10_000 + date.Month * 100 + date.Day;

    /// <summary>The number yyyymmdd as a date.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The date.</returns>
    public static LocalDate ToDate(int number) => new(number / 10_000, number / 100 % 100, number % 100);

    internal static string Text(long micros) =>
        InstantPattern.ExtendedIso.Format(ToInstant(micros));
}
