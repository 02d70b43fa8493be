using System.Globalization;
using System.Numerics;

namespace Inventory.Testing.Naive;

/// <summary>An exact number, as a fraction of two integers that nobody bothers to reduce.</summary>
internal readonly record struct NaiveFraction(BigInteger Numerator, BigInteger Denominator)
{
    public bool IsWhole => (Numerator % Denominator).IsZero;

    public static NaiveFraction Of(Ratio ratio) => new(ratio.Numerator, ratio.Denominator);

    public static NaiveFraction Of(decimal value)
    {
        var parts = value.ToString(CultureInfo.InvariantCulture).Split('.');
        var decimals = parts.Length == 1 ? string.Empty : parts[1];
        return new(BigInteger.Parse(parts[0] + decimals, CultureInfo.InvariantCulture), BigInteger
            .Pow(10, decimals.Length));
    }

    public NaiveFraction Plus(NaiveFraction other) =>
        new(Numerator * other.Denominator + other.Numerator * Denominator, Denominator * other.Denominator);

    public NaiveFraction Times(NaiveFraction other) =>
        new(Numerator * other.Numerator, Denominator * other.Denominator);

    public NaiveFraction Over(NaiveFraction other) => new(Numerator * other.Denominator, Denominator * other.Numerator);

    public BigInteger Round(Rounding rounding)
    {
        var floor = Numerator / Denominator;
        if (floor * Denominator > Numerator)
        {
            floor -= 1;
        }

        var rest = Numerator - floor * Denominator;
        var isUp = rounding switch
        {
            Rounding.Up => rest > 0,
            Rounding.HalfEven => 2 * rest > Denominator || (2 * rest == Denominator && !floor.IsEven),
            _ => false,
        };
        return isUp ? floor + 1 : floor;
    }
}
