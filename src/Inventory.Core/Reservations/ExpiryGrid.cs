using NodaTime;

namespace Inventory.Reservations;

/// <summary>The instants at which holds can end, so that those that end together can be counted together.</summary>
internal static class ExpiryGrid
{
    private const long Second = 1_000_000;
    private const long Minute = 60 * Second;
    private const long Hour = 60 * Minute;
    private const long Day = 24 * Hour;

    /// <summary>Rounds an end up to the grid that goes with its distance from now.</summary>
    /// <param name="now">Microseconds since 1970.</param>
    /// <param name="end">Microseconds since 1970, after now.</param>
    /// <returns>Microseconds since 1970, not before the end that was asked for.</returns>
    public static long RoundUp(long now, long end)
    {
        var step = (end - now) switch
        {
            <= 10 * Minute => Second,
            <= Day => Minute,
            _ => Hour,
        };
        return (end + step - 1) / step * step;
    }

    /// <summary>A duration in microseconds, a part of one counting as a whole.</summary>
    public static long Micros(Duration duration) => checked((duration.BclCompatibleTicks + 9) / 10);
}
