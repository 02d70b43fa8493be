namespace Inventory;

/// <summary>Decimals kept in value: the exact integer form of money inside the ledger.</summary>
/// <remarks>At scale 6 the value 1.25 is the integer 1,250,000. Scales run from 0 to 9.</remarks>
public static class CostScale
{
    /// <summary>The most decimals a ledger may keep.</summary>
    public const int Max = 9;

    private static readonly long[] Powers =
        [1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000];

    /// <summary>An amount as an integer at a scale, rounded half to even.</summary>
    /// <param name="amount">The amount.</param>
    /// <param name="scale">Decimals kept, 0 to 9.</param>
    /// <returns>The integer value.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The scale is out of range.</exception>
    /// <exception cref="OverflowException">The value does not fit 64 bits.</exception>
    public static long ToUnits(decimal amount, int scale) =>
        decimal.ToInt64(decimal.Round(amount * Power(scale), 0, MidpointRounding.ToEven));

    /// <summary>An integer value at a scale as an amount. Exact.</summary>
    /// <param name="units">The integer value.</param>
    /// <param name="scale">Decimals kept, 0 to 9.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The scale is out of range.</exception>
    public static decimal ToAmount(long units, int scale) => (decimal)units / Power(scale);

    /// <summary>A wide integer value at a scale as an amount. Exact.</summary>
    /// <param name="units">The integer value.</param>
    /// <param name="scale">Decimals kept, 0 to 9.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The scale is out of range.</exception>
    /// <exception cref="OverflowException">The value does not fit a decimal.</exception>
    public static decimal ToAmount(Int128 units, int scale) => (decimal)units / Power(scale);

    private static long Power(int scale) => scale is >= 0 and <= Max
        ? Powers[scale]
        : throw new ArgumentOutOfRangeException(nameof(scale), scale, $"A cost scale is 0 to {Max}.");
}
