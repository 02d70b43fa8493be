using System.Globalization;
using System.Numerics;

namespace Inventory;

/// <summary>A positive exact fraction, kept in lowest terms: a conversion factor without rounding.</summary>
/// <remarks>
/// <c>default</c> is no ratio: <see cref="IsDefault"/> is true and every entry point refuses it. Immutable.
/// </remarks>
public readonly record struct Ratio
{
    /// <summary>Creates a ratio and reduces it.</summary>
    /// <param name="numerator">The numerator, 1 or more.</param>
    /// <param name="denominator">The denominator, 1 or more.</param>
    /// <exception cref="ArgumentOutOfRangeException">One of them is zero or negative.</exception>
    public Ratio(long numerator, long denominator)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(numerator);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(denominator);
        var common = (long)BigInteger.GreatestCommonDivisor(numerator, denominator);
        Numerator = numerator / common;
        Denominator = denominator / common;
    }

    /// <summary>One to one.</summary>
    public static Ratio One { get; } = new(1, 1);

    /// <summary>The numerator in lowest terms; 0 only in <c>default</c>.</summary>
    public long Numerator { get; }

    /// <summary>The denominator in lowest terms; 0 only in <c>default</c>.</summary>
    public long Denominator { get; }

    /// <summary>Whether this is <c>default</c>, which is no ratio.</summary>
    public bool IsDefault => Denominator == 0;

    /// <summary>The ratio turned over.</summary>
    /// <returns>Denominator over numerator.</returns>
    public Ratio Inverse() => new(Denominator, Numerator);

    /// <summary>The exact product of two ratios.</summary>
    /// <param name="other">The other factor.</param>
    /// <returns>The product in lowest terms.</returns>
    /// <exception cref="InvalidOperationException">One of them is <c>default</c>.</exception>
    /// <exception cref="OverflowException">The product does not fit 64-bit terms.</exception>
    public Ratio Times(Ratio other) => TryTimes(other)
        ?? throw new OverflowException($"{this} times {other} does not fit 64-bit terms.");

    /// <summary>The exact product of two ratios, or null when it does not fit 64-bit terms.</summary>
    internal Ratio? TryTimes(Ratio other)
    {
        var numerator = (BigInteger)Numerator * other.Numerator;
        var denominator = (BigInteger)Denominator * other.Denominator;
        if (denominator.IsZero)
        {
            throw new InvalidOperationException("A default ratio is no factor.");
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        (numerator, denominator) = (numerator / common, denominator / common);
        return numerator > long.MaxValue || denominator > long.MaxValue ? null
            : new Ratio((long)numerator, (long)denominator);
    }

    /// <summary>The ratio as <c>numerator/denominator</c>.</summary>
    /// <returns>The text, culture-invariant.</returns>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
