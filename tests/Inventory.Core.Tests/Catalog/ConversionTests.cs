using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;
using Inventory.Catalog;
using Inventory.Core.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Catalog;

/// <summary>Conversions are exact; what does not land on a step is refused or rounded by the caller's rule.</summary>
[Capability("CAT-04")]
[Capability("CAT-05")]
public sealed class ConversionTests
{
    private static readonly Sku Nuts = new()
    {
        Number = 1,
        Code = "NUT",
        BaseUnit = UnitOfMeasure.Each,
        Conversions = [new("box", "ea", new Ratio(12, 1)), new("pallet", "box", new Ratio(40, 1)),
            new("third", "ea", new Ratio(1, 3))],
    };

    [Theory]
    [InlineData("2", "box", 24)]
    [InlineData("0.5", "box", 6)]
    [InlineData("1.5", "pallet", 720)]
    [InlineData("9", "third", 3)]
    [InlineData("7.0", "ea", 7)]
    [InlineData("-2", "box", -24)]
    public void Convert_FollowsTheChainOfFactors(string amount, string unit, int expected)
    {
        var converted = Nuts.Convert(Of(amount, unit)).Value;

        Assert.Equal(new ConvertedQuantity(Quantity.Each(expected), 0), converted);
    }

    [Fact]
    public void ThreeThirds_AreOne()
    {
        var plate = Nuts with
        {
            BaseUnit = new UnitOfMeasure("m2", "area", Ratio.One, 0.01m), Conversions =
                [new("plate", "m2", new Ratio(1, 3))],
        };

        Assert.Equal(1, plate.Convert(new Quantity(3, "plate")).Value.Value.Amount);
        Assert.Equal(ErrorCodes.InvalidStep, Assert.Single(plate.Convert(new Quantity(1, "plate")).Errors).Code);
    }

    [Theory]
    [InlineData("g", "1500", "1.5")]
    [InlineData("kg", "0.001", "0.001")]
    [InlineData("g", "1", "0.001")]
    public void StandardUnits_OfTheDimension_NeedNoFactor(string unit, string amount, string expected)
    {
        var rice = Nuts with { BaseUnit = UnitOfMeasure.Kilogram, Conversions = [] };

        Assert.Equal(Of(expected, "kg"), rice.Convert(Of(amount, unit)).Value.Value);
    }

    [Theory]
    [InlineData("kg")]
    [InlineData("EA")]
    [InlineData("crate")]
    public void UnknownUnit_IsRefused(string unit)
    {
        var error = Assert.Single(Nuts.Convert(new Quantity(1, unit)).Errors);

        Assert.Equal((ErrorCodes.InvalidConversion, "ea"), (error.Code, error.Allowed));
    }

    [Fact]
    public void Default_IsRefused() =>
        Assert.Equal(ErrorCodes.InvalidConversion, Assert.Single(Nuts.Convert(default).Errors).Code);

    [Theory]
    [InlineData("2.5", "ea", "2 ea", "3 ea")]
    [InlineData("-2.5", "ea", "-3 ea", "-2 ea")]
    [InlineData("0.3", "box", "0.25 box", "4 ea")]
    [InlineData("10", "third", "9 third", "12 third")]
    [InlineData("0.01", "ea", "0 ea", "1 ea")]
    public void Reject_NamesTheTwoNearestLegalQuantities(string amount, string unit, string below, string above)
    {
        var error = Assert.Single(Nuts.Convert(Of(amount, unit)).Errors);

        Assert.Equal(ErrorCodes.InvalidStep, error.Code);
        Assert.Equal($"{below} or {above}", error.Allowed);
        Assert.Contains($"the nearest legal quantities are {below} and {above}", error.Message,
            StringComparison.Ordinal);
        foreach (var nearest in new[] { below, above })
        {
            var parts = nearest.Split(' ');
            Assert.True(Nuts.Convert(Of(parts[0], parts[1])).Succeeded, nearest);
        }
    }

    [Theory]
    [InlineData("2.5", Rounding.Up, 3)]
    [InlineData("2.5", Rounding.Down, 2)]
    [InlineData("2.5", Rounding.HalfEven, 2)]
    [InlineData("3.5", Rounding.HalfEven, 4)]
    [InlineData("-2.5", Rounding.Up, -2)]
    [InlineData("-2.5", Rounding.Down, -3)]
    [InlineData("-2.5", Rounding.HalfEven, -2)]
    [InlineData("2.51", Rounding.HalfEven, 3)]
    public void Rounding_FollowsItsRule(string amount, Rounding rounding, int expected) =>
        Assert.Equal(expected, Nuts.Convert(Of(amount, "ea"), rounding).Value.Value.Amount);

    [Fact]
    public void Remainder_WithoutAFiniteDecimal_IsNull()
    {
        var converted = Nuts.Convert(new Quantity(10, "third"), Rounding.KeepRemainder).Value;

        Assert.Equal((3, null), (converted.Value.Amount, converted.Remainder));
    }

    [Fact]
    public void Remainder_TooFineForADecimal_IsNullAndNotZero()
    {
        var rice = Nuts with { BaseUnit = UnitOfMeasure.Kilogram, Conversions = [] };

        Assert.Null(rice.Convert(Of("0.000000000000000000000000001", "g"), Rounding.KeepRemainder).Value.Remainder);
        Assert.Equal(
            0.0000000000000000000000000001m,
            rice.Convert(Of("0.0000000000000000000000001", "g"), Rounding.KeepRemainder).Value.Remainder);
    }

    [Fact]
    public void Quantity_BeyondTheLedger_IsRefused()
    {
        Assert.Equal(ErrorCodes.InvalidQuantity, Assert
            .Single(Nuts.Convert(Of("9223372036854775808", "ea")).Errors).Code);
        Assert.Equal(ErrorCodes.InvalidQuantity, Assert
            .Single(Nuts.Convert(new Quantity(decimal.MaxValue, "pallet")).Errors).Code);
        Assert.Equal(long.MaxValue, Nuts.Convert(Of("9223372036854775807", "ea")).Value.Value.Amount);
        Assert.Equal(long.MaxValue, Nuts.Convert(Of("9223372036854775807.00", "ea")).Value.Value.Amount);
        Assert.Equal(long.MinValue, Nuts.Convert(Of("-9223372036854775808.0", "ea")).Value.Value.Amount);
        Assert.Equal(
            "9223372036854775807 ea or 9223372036854775808 ea",
            Assert.Single(Nuts.Convert(Of("9223372036854775807.5", "ea")).Errors).Allowed);
        Assert.Equal(4_294_967_296, Nuts.Convert(Of("4294967296.00", "ea")).Value.Value.Amount);
    }

    [Fact]
    public void Quantity_BeyondTheLedgerAndOffItsSteps_IsRefused()
    {
        var odd = Nuts with { Conversions = [new("odd", "ea", new Ratio(long.MaxValue, 11))] };

        Assert.Equal(ErrorCodes.InvalidQuantity, Assert
            .Single(odd.Convert(new Quantity(decimal.MaxValue, "odd")).Errors).Code);
        Assert.Equal(
            ErrorCodes.InvalidQuantity, Assert
                .Single(odd.Convert(new Quantity(decimal.MinValue, "odd"), Rounding.Up).Errors).Code);
    }

    [Property(MaxTest = 500, Arbitrary = [typeof(Cases)])]
    public void Convert_IsTheExactFraction(Case given)
    {
        var sku = given.Sku();
        var exact = Fraction.Of(given.Amount) * given.Factor() / Fraction.Of(sku.BaseUnit.Step);
        var quantity = new Quantity(given.Amount, "far");
        var (floor, step) = (exact.Floor(), Fraction.Of(sku.BaseUnit.Step));

        AssertSteps(floor, sku.Convert(quantity, Rounding.Down), sku);
        AssertSteps(exact.Ceiling(), sku.Convert(quantity, Rounding.Up), sku);
        AssertSteps(exact.Round(), sku.Convert(quantity, Rounding.HalfEven), sku);
        Assert.Equal(exact == Fraction.Whole(floor), sku.Convert(quantity).Succeeded);
        var kept = sku.Convert(quantity, Rounding.KeepRemainder);
        AssertSteps(floor, kept, sku);
        var remainder = (exact - Fraction.Whole(floor)) * step;
        if (kept.Value.Remainder is { } value)
        {
            Assert.Equal(remainder, Fraction.Of(value));
        }
        else
        {
            Assert.False(HasFiniteForm(remainder));
        }
    }

    [Property(MaxTest = 300, Arbitrary = [typeof(Cases)])]
    public void Reject_NamesLegalNeighbours(Case given)
    {
        var sku = given.Sku();
        if (sku.Convert(new Quantity(given.Amount, "far"))
            is not { Succeeded: false, Errors: [{ Allowed: { } allowed }] })
        {
            return;
        }

        var exact = Fraction.Of(given.Amount) * given.Factor() / Fraction.Of(sku.BaseUnit.Step);
        var steps = allowed.Split(" or ")
            .Select(text => text.Split(' '))
            .Select(parts => sku.Convert(Of(parts[0], parts[1])).Value.Value.Amount)
            .Select(amount => Fraction.Of(amount) / Fraction.Of(sku.BaseUnit.Step));

        Assert.Equal([Fraction.Whole(exact.Floor()), Fraction.Whole(exact.Floor() + 1)], steps);
    }

    private static void AssertSteps(BigInteger expected, Result<ConvertedQuantity> actual, Sku sku)
    {
        Assert.Equal(Fraction.Whole(expected) * Fraction.Of(sku.BaseUnit.Step), Fraction.Of(actual.Value.Value.Amount));
        Assert.Equal(sku.BaseUnit.Code, actual.Value.Value.Unit);
    }

    private static bool HasFiniteForm(Fraction value)
    {
        var scaled = value * Fraction.Whole(BigInteger.Pow(10, 28));
        return scaled.Denominator.IsOne && BigInteger.Abs(scaled.Numerator) < BigInteger.Pow(2, 96);
    }

    private static Quantity Of(string amount, string unit) =>
        new(decimal.Parse(amount, CultureInfo.InvariantCulture), unit);

    /// <summary>An amount in a unit two factors away from a base unit with some step.</summary>
    public sealed record Case(decimal Amount, decimal Step, Ratio First, Ratio Second)
    {
        public Sku Sku() => new()
        {
            Number = 1,
            Code = "X",
            BaseUnit = new UnitOfMeasure("base", "some", Ratio.One, Step),
            Conversions = [new("far", "near", First), new("base", "near", Second)],
        };

        // One far is First near, one base is Second near.
        internal Fraction Factor() => Fraction.Of(First) / Fraction.Of(Second);
    }

    private static class Cases
    {
        private static readonly decimal[] Units = [1, 0.1m, 0.001m, 0.25m, 12, 0.000001m];

        public static Arbitrary<Case> Any() => (
            from mantissa in Gen.Choose(-1_000_000, 1_000_000)
            from scale in Gen.Choose(0, 8)
            from step in Gen.Elements(Units)
            from first in Ratios()
            from second in Ratios()
            select new Case(mantissa / (decimal)BigInteger.Pow(10, scale), step, first, second)).ToArbitrary();

        private static Gen<Ratio> Ratios() =>
            from numerator in Gen.Choose(1, 5_000)
            from denominator in Gen.Choose(1, 5_000)
            select new Ratio(numerator, denominator);
    }
}
