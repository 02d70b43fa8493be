using Inventory.Core.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Amounts;

[Capability("VAL-24")]
public sealed class CostScaleTests
{
    [Theory]
    [InlineData("1.25", 6, 1_250_000)]
    [InlineData("0.5", 0, 0)]
    [InlineData("1.5", 0, 2)]
    [InlineData("2.5", 0, 2)]
    [InlineData("-2.5", 0, -2)]
    [InlineData("0.0000000005", 9, 0)]
    [InlineData("0.0000000015", 9, 2)]
    [InlineData("2.50000000000000001", 0, 3)]
    public void ToUnits_RoundsHalfToEven(string amount, int scale, long units) =>
        Assert.Equal(units, CostScale
            .ToUnits(decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture), scale));

    [Fact]
    public void ToUnits_BeyondSixtyFourBits_Overflows()
    {
        Assert.Throws<OverflowException>(() => CostScale.ToUnits(9_223_372_036_854_775_808m, 0));
        Assert.Throws<OverflowException>(() => CostScale.ToUnits(decimal.MaxValue, CostScale.Max));
        Assert.Equal(long.MaxValue, CostScale.ToUnits(9_223_372_036.854775807m, CostScale.Max));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(CostScale.Max + 1)]
    public void AScaleOutOfRange_IsRefused(int scale)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CostScale.ToUnits(1, scale));
        Assert.Throws<ArgumentOutOfRangeException>(() => CostScale.ToAmount(1L, scale));
        Assert.Throws<ArgumentOutOfRangeException>(() => CostScale.ToAmount((Int128)1, scale));
    }

    [Property]
    public void ToUnits_IsTheNearestInteger(long mantissa, byte decimals, byte scale)
    {
        var amount = unchecked(
            new decimal((int)mantissa, (int)(mantissa >> 32), 0, mantissa < 0, (byte)(decimals % 20)));
        var digits = scale % (CostScale.Max + 1);
        var expected = (Fraction.Of(amount) * Fraction.Whole(Power(digits))).Round();

        if (expected >= long.MinValue && expected <= long.MaxValue)
        {
            Assert.Equal(expected, CostScale.ToUnits(amount, digits));
        }
        else
        {
            Assert.Throws<OverflowException>(() => CostScale.ToUnits(amount, digits));
        }
    }

    [Property]
    public void ToAmount_IsExactAndTurnsBack(long units, byte scale)
    {
        var digits = scale % (CostScale.Max + 1);

        var amount = CostScale.ToAmount(units, digits);

        Assert.Equal(Fraction.Whole(units) / Fraction.Whole(Power(digits)), Fraction.Of(amount));
        Assert.Equal(amount, CostScale.ToAmount((Int128)units, digits));
        Assert.Equal(units, CostScale.ToUnits(amount, digits));
    }

    private static long Power(int digits) => (long)System.Numerics.BigInteger.Pow(10, digits);
}
