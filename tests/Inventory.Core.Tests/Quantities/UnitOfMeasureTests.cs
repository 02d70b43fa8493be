using Inventory.Core.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Quantities;

[Capability("CAT-04")]
public sealed class UnitOfMeasureTests
{
    [Fact]
    public void Equality_IsByAllFields() => ValueLaws.Equality(
        new UnitOfMeasure("t", "mass", new Ratio(1000, 1), 0.001m),
        new UnitOfMeasure("t", "mass", new Ratio(2000, 2), 0.0010m),
        new UnitOfMeasure("T", "mass", new Ratio(1000, 1), 0.001m),
        new UnitOfMeasure("t", "Mass", new Ratio(1000, 1), 0.001m),
        new UnitOfMeasure("t", "mass", new Ratio(1, 1000), 0.001m),
        new UnitOfMeasure("t", "mass", new Ratio(1000, 1), 0.01m));

    [Fact]
    public void Construct_WithAMalformedCode_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new UnitOfMeasure("", "mass", Ratio.One, 1));
        Assert.Throws<ArgumentException>(() => new UnitOfMeasure("a b", "mass", Ratio.One, 1));
        Assert.Throws<ArgumentException>(() => new UnitOfMeasure(new string('a', 21), "mass", Ratio.One, 1));
        Assert.Throws<ArgumentException>(() => new UnitOfMeasure(null!, "mass", Ratio.One, 1));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Construct_WithoutAPositiveStep_IsRefused(int step) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new UnitOfMeasure("t", "mass", Ratio.One, step));

    [Fact]
    public void Construct_WithoutDimensionOrSize_IsRefused()
    {
        Assert.ThrowsAny<ArgumentException>(() => new UnitOfMeasure("t", " ", Ratio.One, 1));
        Assert.ThrowsAny<ArgumentException>(() => new UnitOfMeasure("t", null!, Ratio.One, 1));
        Assert.ThrowsAny<ArgumentException>(() => new UnitOfMeasure("t", "mass", default, 1));
        Assert.Throws<ArgumentException>(() => new UnitOfMeasure("t", "ma\0ss", Ratio.One, 1));
        Assert.Throws<ArgumentException>(() => new UnitOfMeasure("t", "\uDC00", Ratio.One, 1));
        Assert.Throws<ArgumentException>(() => new UnitOfMeasure("t", new string('m', 101), Ratio.One, 1));
    }

    [Fact]
    public void Standard_UnitsArePinned()
    {
        Assert.Equal(new UnitOfMeasure("ea", "count", Ratio.One, 1), UnitOfMeasure.Each);
        Assert.Equal(new UnitOfMeasure("kg", "mass", Ratio.One, 0.001m), UnitOfMeasure.Kilogram);
        Assert.Equal(new UnitOfMeasure("g", "mass", new Ratio(1, 1000), 1), UnitOfMeasure.Gram);
        Assert.Equal(new UnitOfMeasure("m", "length", Ratio.One, 0.001m), UnitOfMeasure.Metre);
        Assert.Equal(new UnitOfMeasure("l", "volume", Ratio.One, 0.001m), UnitOfMeasure.Litre);
    }

    [Property]
    public bool IsCode_AgreesWithTheConstructorOfQuantity(string? text)
    {
        try
        {
            return new Quantity(1, text!).Unit == text && UnitOfMeasure.IsCode(text);
        }
        catch (ArgumentException)
        {
            return !UnitOfMeasure.IsCode(text);
        }
    }
}
