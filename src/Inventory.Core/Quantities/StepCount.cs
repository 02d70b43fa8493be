using System.Globalization;
using System.Numerics;

namespace Inventory;

/// <summary>The exact arithmetic between decimal amounts and whole steps of a base unit.</summary>
internal static class StepCount
{
    /// <summary>How many steps an amount makes, with what is left over as a fraction of a step.</summary>
    /// <returns>The floor, and the remainder over <c>Denominator</c> (0 when the amount lands on a step).</returns>
    public static (BigInteger Floor, BigInteger Remainder, BigInteger Denominator) Divide(
        decimal amount, Ratio toBase, decimal step)
    {
        var (amountMantissa, amountScale) = Split(amount);
        var (stepMantissa, stepScale) = Split(step);
        var numerator = amountMantissa * toBase.Numerator * BigInteger.Pow(10, stepScale);
        var denominator = stepMantissa * toBase.Denominator * BigInteger.Pow(10, amountScale);
        var floor = BigInteger.DivRem(numerator, denominator, out var remainder);
        if (remainder.Sign < 0)
        {
            floor -= 1;
            remainder += denominator;
        }

        return (floor, remainder, denominator);
    }

    /// <summary>Rounds to whole steps by a policy other than <see cref="Rounding.Reject"/>.</summary>
    public static BigInteger Round(BigInteger floor, BigInteger remainder, BigInteger denominator, Rounding rounding) =>
        rounding switch
        {
            _ when remainder.IsZero => floor,
            Rounding.Up => floor + 1,
            Rounding.HalfEven => (2 * remainder).CompareTo(denominator) switch
            {
                < 0 => floor,
                > 0 => floor + 1,
                _ => floor.IsEven ? floor : floor + 1,
            },
            _ => floor,
        };

    /// <summary>Steps of a base unit as a decimal amount in it.</summary>
    public static decimal ToAmount(long steps, decimal step) => steps * step;

    /// <summary>A fraction of steps as a decimal amount, or null when it has no exact one.</summary>
    public static decimal? ToAmount(BigInteger numerator, BigInteger denominator, decimal step)
    {
        var (mantissa, scale) = Split(step);
        return ToDecimal(numerator * mantissa, denominator * BigInteger.Pow(10, scale));
    }

    /// <summary>An exact fraction as a decimal, or null when it has no finite decimal form of 28 digits.</summary>
    private static decimal? ToDecimal(BigInteger numerator, BigInteger denominator)
    {
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (numerator, denominator) = (numerator / common, denominator / common);
        for (var scale = 0; scale <= 28; scale++)
        {
            var scaled = BigInteger.DivRem(numerator * BigInteger.Pow(10, scale), denominator, out var rest);
            if (rest.IsZero)
            {
                return BigInteger.Abs(scaled) < BigInteger.Pow(2, 96)
                    ? (decimal)scaled / (decimal)BigInteger.Pow(10, scale)
                    : null;
            }
        }

        return null;
    }

    /// <summary>A decimal as an integer and the power of ten it is divided by.</summary>
    public static (BigInteger Mantissa, int Scale) Split(decimal value)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(value, bits);
        var mantissa = unchecked(
            (new BigInteger((uint)bits[2]) << 64) | (new BigInteger((uint)bits[1]) << 32) | (uint)bits[0]);
        return (bits[3] < 0 ? -mantissa : mantissa, (bits[3] >> 16) & 0xFF);
    }

    /// <summary>A number for a message, culture-invariant and without trailing zeros.</summary>
    public static string Text(decimal value) =>
        value.ToString("0.############################", CultureInfo.InvariantCulture);
}
