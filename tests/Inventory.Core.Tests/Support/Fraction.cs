using System.Numerics;

namespace Inventory.Core.Tests.Support;

/// <summary>An exact fraction in lowest terms: the plain arithmetic that results are compared with.</summary>
internal readonly record struct Fraction : IComparable<Fraction>
{
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        var sign = denominator.Sign;
        var common = BigInteger.GreatestCommonDivisor(numerator, denominator) * sign;
        Numerator = numerator / common;
        Denominator = denominator / common;
    }

    public BigInteger Numerator { get; }

    public BigInteger Denominator { get; }

    public static Fraction Whole(BigInteger whole) => new(whole, 1);

    public static Fraction Of(Ratio ratio) => new(ratio.Numerator, ratio.Denominator);

    public static Fraction Of(decimal value)
    {
        var bits = decimal.GetBits(value);
        var mantissa = unchecked(((BigInteger)(uint)bits[2] << 64) + ((BigInteger)(uint)bits[1] << 32) + (uint)bits[0]);
        return new Fraction(value < 0 ? -mantissa : mantissa, BigInteger.Pow(10, value.Scale));
    }

    public static Fraction operator +(Fraction left, Fraction right) => new(
        left.Numerator * right.Denominator + right.Numerator * left.Denominator, left.Denominator * right.Denominator);

    public static Fraction operator -(Fraction left, Fraction right) =>
        left + new Fraction(-right.Numerator, right.Denominator);

    public static Fraction operator *(Fraction left, Fraction right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    public static Fraction operator /(Fraction left, Fraction right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    public static bool operator <(Fraction left, Fraction right) => left.CompareTo(right) < 0;

    public static bool operator >(Fraction left, Fraction right) => left.CompareTo(right) > 0;

    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var rest);
        return rest.Sign < 0 ? quotient - 1 : quotient;
    }

    public BigInteger Ceiling() => -new Fraction(-Numerator, Denominator).Floor();

    /// <summary>The nearest whole number, a tie to the even one.</summary>
    public BigInteger Round()
    {
        var floor = Floor();
        var twice = (this - Whole(floor)) * Whole(2);
        var order = twice.CompareTo(Whole(1));
        return order > 0 || (order == 0 && !floor.IsEven) ? floor + 1 : floor;
    }
}
