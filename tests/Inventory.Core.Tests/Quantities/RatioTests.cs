using System.Numerics;
using Inventory.Core.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Quantities;

[Capability("CAT-04")]
public sealed class RatioTests
{
    [Fact]
    public void Equality_IsByValue() => ValueLaws.Equality(
        new Ratio(2, 3), new Ratio(4, 6), new Ratio(3, 2), new Ratio(2, 1), Ratio.One, default);

    [Fact]
    public void Default_IsNoRatio()
    {
        Assert.True(default(Ratio).IsDefault);
        Assert.False(Ratio.One.IsDefault);
        Assert.Equal(0, default(Ratio).Numerator);
        Assert.ThrowsAny<ArgumentException>(() => default(Ratio).Inverse());
        Assert.Throws<InvalidOperationException>(() => Ratio.One.Times(default));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    [InlineData(-1, 1)]
    [InlineData(1, -1)]
    [InlineData(-2, -3)]
    public void Construct_WithoutPositiveTerms_IsRefused(long numerator, long denominator) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Ratio(numerator, denominator));

    [Fact]
    public void Times_BeyondSixtyFourBits_Overflows()
    {
        var large = new Ratio(long.MaxValue, 1);

        Assert.Throws<OverflowException>(() => large.Times(new Ratio(2, 1)));
        Assert.Throws<OverflowException>(() => large.Inverse().Times(new Ratio(1, 2)));
        Assert.Equal(Ratio.One, large.Times(large.Inverse()));
    }

    [Property]
    public void Construct_ReducesToLowestTerms(ulong a, ulong b, ulong c)
    {
        var (numerator, denominator, factor) = (Term(a), Term(b), Term(c));

        var ratio = new Ratio(numerator * factor, denominator * factor);

        Assert.Equal(new Ratio(numerator, denominator), ratio);
        Assert.Equal(BigInteger.One, BigInteger.GreatestCommonDivisor(ratio.Numerator, ratio.Denominator));
        Assert.Equal(new Fraction(numerator, denominator), Fraction.Of(ratio));
    }

    [Property]
    public void Times_IsExactCommutativeAndAssociative(ulong a, ulong b, ulong c, ulong d)
    {
        var (x, y, z) = (new Ratio(Term(a), Term(b)), new Ratio(Term(c), Term(d)), new Ratio(Term(b), Term(d)));

        Assert.Equal(Fraction.Of(x) * Fraction.Of(y), Fraction.Of(x.Times(y)));
        Assert.Equal(x.Times(y), y.Times(x));
        Assert.Equal(x.Times(y).Times(z), x.Times(y.Times(z)));
        Assert.Equal(x, x.Times(Ratio.One));
        Assert.Equal(Ratio.One, x.Times(x.Inverse()));
        Assert.Equal(x, x.Inverse().Inverse());
    }

    [Fact]
    public void ToString_IsNumeratorOverDenominator() => Assert.Equal("2/3", new Ratio(20, 30).ToString());

    private static long Term(ulong any) => (long)(any % 1_000_000) + 1;
}
