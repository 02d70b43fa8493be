using System.Numerics;

namespace Inventory.Policies;

/// <summary>What a channel is shown of what is available.</summary>
public static class ChannelBuffer
{
    /// <summary>max(0, floor(available * (1 - share)) - units), in exact arithmetic.</summary>
    /// <param name="available">What is available, in steps; may be negative.</param>
    /// <param name="share">The share that is hidden, 0 to 1.</param>
    /// <param name="units">What is hidden beside it, in steps; 0 or more.</param>
    /// <returns>What is shown, in steps; 0 or more.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The share or the units are out of range.</exception>
    public static long Apply(long available, decimal share, long units)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(share, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(units);
        if (available <= units)
        {
            return 0;
        }

        if (share == 0)
        {
            return available - units;
        }

        // What is left of one unit has at most 28 decimals, so it is exact.
        var (whole, rest, denominator) = StepCount.Divide(1 - share, Ratio.One, 1);
        var shown = BigInteger.Divide((whole * denominator + rest) * available, denominator);
        return shown <= units ? 0 : (long)(shown - units);
    }
}
