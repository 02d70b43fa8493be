using Inventory.Core.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Quantities;

[Capability("CAT-05")]
public sealed class QuantityTests
{
    [Fact]
    public void Equality_IsByAmountAndUnit() => ValueLaws.Equality(
        new Quantity(2.5m, "kg"),
        new Quantity(2.50m, "kg"),
        new Quantity(2.5m, "KG"), new Quantity(2.5m, "g"), new Quantity(-2.5m, "kg"), new Quantity(2, "kg"), default);

    [Fact]
    public void Ordering_IsByAmount()
    {
        ValueLaws.Ordering(Quantity.Each(-1), Quantity.Each(0), Quantity.Each(0.5m), Quantity.Each(7));

        Assert.True(Quantity.Each(1) < Quantity.Each(2));
        Assert.True(Quantity.Each(2) > Quantity.Each(1));
        Assert.True(Quantity.Each(1) <= Quantity.Each(1.0m) && Quantity.Each(1) >= Quantity.Each(1.0m));
        Assert.False(Quantity.Each(1) < Quantity.Each(1) || Quantity.Each(1) > Quantity.Each(1));
        Assert.False(Quantity.Each(2) <= Quantity.Each(1) || Quantity.Each(1) >= Quantity.Each(2));
    }

    [Fact]
    public void Default_IsDetectableAndEqualsOnlyItself()
    {
        var unset = default(Quantity);

        Assert.True(unset.IsDefault);
        Assert.Null(unset.Unit);
        Assert.Equal(0, unset.Amount);
        Assert.Equal("0", unset.ToString());
        Assert.False(Quantity.Each(0).IsDefault);
        ValueLaws.Equality(unset, default, Quantity.Each(0));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("k g")]
    [InlineData("kg\t")]
    [InlineData("\u0001")]
    [InlineData("\u00A0kg")]
    [InlineData("123456789012345678901")]
    public void Construct_WithoutAUnitCode_IsRefused(string unit)
    {
        var refusal = Assert.Throws<ArgumentException>(() => new Quantity(1, unit));

        Assert.Equal("unit", refusal.ParamName);
        Assert.Contains("use 1 to 20 characters without blanks", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Construct_WithHalfASurrogatePair_IsRefused() =>
        Assert.Throws<ArgumentException>(() => new Quantity(1, "a\uD800"));

    [Fact]
    public void Construct_WithoutUnit_IsRefused() => Assert.Throws<ArgumentNullException>(() => new Quantity(1, null!));

    [Theory]
    [InlineData("ea")]
    [InlineData("ft²")]
    [InlineData("12345678901234567890")]
    public void Construct_WithAUnitCode_KeepsIt(string unit) => Assert.Equal(unit, new Quantity(1, unit).Unit);

    [Fact]
    public void Arithmetic_BetweenUnits_IsRefused()
    {
        var (kilos, pieces) = (new Quantity(1, "kg"), Quantity.Each(1));

        Assert.Throws<ArgumentException>(() => kilos + pieces);
        Assert.Throws<ArgumentException>(() => kilos - pieces);
        Assert.Throws<ArgumentException>(() => kilos < pieces);
        var refusal = Assert.Throws<ArgumentException>(() => kilos.CompareTo(pieces));
        Assert.Contains("1 kg and 1 ea are in different units", refusal.Message, StringComparison.Ordinal);
        Assert.ThrowsAny<ArgumentException>(() => kilos + default(Quantity));
    }

    [Fact]
    public void Add_BeyondTheDecimalRange_Overflows()
    {
        Assert.Throws<OverflowException>(() => Quantity.Each(decimal.MaxValue) + Quantity.Each(1));
        Assert.Throws<OverflowException>(() => Quantity.Each(decimal.MinValue) - Quantity.Each(1));
    }

    [Property]
    public void Add_IsExactCommutativeAndAssociative(long a, long b, long c)
    {
        var (x, y, z) = (Of(a), Of(b), Of(c));

        Assert.Equal(x + y, y + x);
        Assert.Equal(x + y + z, x + (y + z));
        Assert.Equal(Fraction.Of(x.Amount) + Fraction.Of(y.Amount), Fraction.Of((x + y).Amount));
        Assert.Equal(x + y, x.Add(y));
    }

    [Property]
    public void Subtract_UndoesAdd(long a, long b)
    {
        var (x, y) = (Of(a), Of(b));

        Assert.Equal(x, x + y - y);
        Assert.Equal(x - y, x.Subtract(y));
        Assert.Equal(x, x + Quantity.Each(0));
        Assert.Equal(Quantity.Each(0), x - x);
    }

    [Property]
    public void CompareTo_AgreesWithTheAmounts(decimal a, decimal b)
    {
        Assert.Equal(a.CompareTo(b), Quantity.Each(a).CompareTo(Quantity.Each(b)));
        Assert.Equal(a == b, Quantity.Each(a) == Quantity.Each(b));
        Assert.Equal(a < b, Quantity.Each(a) < Quantity.Each(b));
        Assert.Equal(a >= b, Quantity.Each(a) >= Quantity.Each(b));
    }

    [Theory]
    [MemberData(nameof(Cultures.Data), MemberType = typeof(Cultures))]
    public void ToString_IsTheSameInEveryCulture(string culture) => Cultures.Run(culture, () =>
    {
        Assert.Equal("-1234567.25 kg", new Quantity(-1234567.250m, "kg").ToString());
        Assert.Equal("0.0000000000000000000000000001 I", new Quantity(0.0000000000000000000000000001m, "I").ToString());
        Assert.Equal("12 ea", Quantity.Each(12).ToString());
    });

    private static Quantity Of(long thousandths) => Quantity.Each(thousandths / 1_000m);
}
