using Inventory.Catalog;
using Inventory.Core.Tests.Support;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Catalog;

public sealed class SkuDefinitionTests
{
    private readonly World _world = new();

    [Fact]
    [Capability("CAT-01")]
    public void Sku_GetsTheNextNumberAndIsKeptAsWritten()
    {
        var define = new DefineSku(_world.Key(), "  e\u0301tui ")
        {
            Name = "Case",
            Type = SkuType.Packaging,
            Lifecycle = Lifecycle.PhaseOut,
            Tracking = Tracking.Lot,
            BaseUnit = UnitOfMeasure.Metre,
            Conversions = [new("roll", "m", new Ratio(50, 1), 0.5m)],
        };

        var posted = _world.Post(define);

        var sku = _world.Ledger.Skus[posted.Reply.Number];
        Assert.Equal((7, "\u00E9tui", "\u00C9TUI"), (sku.Number, sku.Code, sku.CodeKey));
        Assert.Equal((define.Name, define.Type, define.Lifecycle), (sku.Name, sku.Type, sku.Lifecycle));
        Assert.Equal((define.Tracking, define.BaseUnit), (sku.Tracking, sku.BaseUnit));
        Assert.Equal(define.Conversions, sku.Conversions);
        Assert.Equal(8, _world.Post(new DefineSku(_world.Key(), "next")).Reply.Number);
    }

    [Fact]
    [Capability("CAT-01")]
    public void Defaults_ArePinned()
    {
        var sku = _world.Ledger.Skus[_world.Post(new DefineSku(_world.Key(), "PLAIN")).Reply.Number];

        Assert.Equal((string.Empty, SkuType.FinishedGood, Lifecycle.Active), (sku.Name, sku.Type, sku.Lifecycle));
        Assert.Equal((Tracking.None, UnitOfMeasure.Each), (sku.Tracking, sku.BaseUnit));
        Assert.Empty(sku.Conversions);
    }

    [Theory]
    [InlineData("\u00C9TUI")]
    [InlineData(" \u00E9tui")]
    [InlineData("E\u0301tui\t")]
    [Capability("CAT-01")]
    public void SameCode_AfterNormalisation_IsADuplicate(string spelling)
    {
        _world.Post(new DefineSku(_world.Key(), "\u00E9tui"));
        _world.Post(new DefineLocation(_world.Key(), "\u00E9tui", LocationKind.Site));
        _world.Post(new DefineReason(_world.Key(), "\u00E9tui"));

        var error = _world.Refuse(new DefineSku(_world.Key(), spelling), ErrorCodes.DuplicateCode);

        Assert.Equal(("code", true), (error.Target, error.Message.Contains("with number 7", StringComparison.Ordinal)));
        _world.Refuse(new DefineLocation(_world.Key(), spelling, LocationKind.Site), ErrorCodes.DuplicateCode);
        _world.Refuse(new DefineReason(_world.Key(), spelling), ErrorCodes.DuplicateCode);
        _world.Harness.Forget();
        _world.Refuse(new DefineSku(_world.Key(), spelling), ErrorCodes.DuplicateCode);
        _world.Post(_world.Count(spelling, 1, spelling));
    }

    [Fact]
    [Capability("CAT-01")]
    public void TwoSpellings_InOneBatch_AreADuplicate()
    {
        var outcomes = _world.Harness.SendBatch(new DefineSku(_world.Key(), "new"), new DefineSku(_world.Key(), "NEW"));

        Assert.NotNull(outcomes[0].Posted);
        Assert.Equal(ErrorCodes.DuplicateCode, Assert.Single(outcomes[1].Refused!).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a\u0000b")]
    [InlineData(null)]
    [Capability("CAT-01")]
    public void Code_ThatIsNone_IsRefused(string? code)
    {
        _world.Refuse(new DefineSku(_world.Key(), code!), ErrorCodes.InvalidCode);
        _world.Refuse(new DefineLocation(_world.Key(), code!, LocationKind.Site), ErrorCodes.InvalidCode);
        _world.Refuse(new DefineReason(_world.Key(), code!), ErrorCodes.InvalidCode);
        _world.Refuse(_world.Count(code!, 1), ErrorCodes.InvalidCode);
        _world.Refuse(_world.Count("NUT", 1, code!), ErrorCodes.InvalidCode);
    }

    [Fact]
    [Capability("CAT-04")]
    public void BaseUnit_IsRequired() =>
        _world.Refuse(new DefineSku(_world.Key(), "A") { BaseUnit = null! }, ErrorCodes.InvalidField);

    [Theory]
    [InlineData("box", "ea", 12, "box", "ea", 10)]
    [InlineData("box", "ea", 12, "ea", "box", 12)]
    [InlineData("ea", "ea", 2, "box", "ea", 12)]
    [InlineData("box", "box", 2, "box", "ea", 12)]
    [InlineData("kg", "ea", 3, "g", "kg", 1_000)]
    [Capability("CAT-04")]
    public void Chains_ThatDisagree_AreRefused(string from, string to, int factor, string otherFrom, string otherTo,
        int other)
    {
        var define = new DefineSku(_world.Key(), "A")
        {
            Conversions =
            [
                new(from, to, new Ratio(factor, 1)), new(otherFrom, otherTo, new Ratio(other, 1)),
                    new("g", "ea", new Ratio(3, 1_000)),
            ],
        };

        Assert.Equal("conversions", _world.Refuse(define, ErrorCodes.InvalidConversion).Target);
    }

    [Fact]
    [Capability("CAT-04")]
    public void Chains_ThatAgree_AreAccepted()
    {
        _world.Post(new DefineSku(_world.Key(), "A")
        {
            BaseUnit = UnitOfMeasure.Gram,
            Conversions = [new("box", "g", new Ratio(500, 1)), new("kg", "box", new Ratio(2, 1)),
                new("g", "box", new Ratio(1, 500))],
        });
    }

    [Fact]
    [Capability("CAT-04")]
    public void Chains_ThatContradictTheStandardUnits_AreRefused() => _world.Refuse(
        new DefineSku(_world.Key(), "A") { BaseUnit = UnitOfMeasure.Kilogram, Conversions =
            [new("kg", "g", new Ratio(500, 1))] },
        ErrorCodes.InvalidConversion);

    [Fact]
    [Capability("CAT-04")]
    public void Chains_ThatLeadNowhere_AreRefused()
    {
        // A factor that no chain ties to the base unit can never convert anything.
        _world.Refuse(
            new DefineSku(_world.Key(), "A") { Conversions = [new("pallet", "layer", new Ratio(5, 1))] },
                ErrorCodes.InvalidConversion);
    }

    [Fact]
    [Capability("CAT-04")]
    public void Factors_MustBePositiveAndSmallEnough()
    {
        UnitConversion[] wrong =
        [
            new("box", "ea", default), new("box", "ea", Ratio.One, 0), new("box", "ea", Ratio.One, -1),
            new("b x", "ea", Ratio.One), new("box", "", Ratio.One),
        ];

        Assert.All(wrong, conversion => _world.Refuse(
            new DefineSku(_world.Key(), "A") { Conversions = [conversion] }, ErrorCodes.InvalidConversion));
        _world.Refuse(
            new DefineSku(_world.Key(), "A")
            {
                Conversions = [new("a", "ea", new Ratio(long.MaxValue, 1)),
                    new("b", "a", new Ratio(long.MaxValue - 1, 1))],
            },
            ErrorCodes.InvalidConversion);
    }

    [Fact]
    [Capability("CAT-11")]
    public void Service_NeverHoldsStock()
    {
        _world.Refuse(_world.Receipt("REPAIR", 1), ErrorCodes.InvalidForServiceItem);
        _world.Refuse(_world.Count("REPAIR", 1), ErrorCodes.InvalidForServiceItem);
        foreach (var type in Enum.GetValues<SkuType>().Where(type => type != SkuType.Service))
        {
            _world.Post(new DefineSku(_world.Key(), type.ToString()) { Type = type });
            _world.Post(_world.Receipt(type.ToString(), 1));
        }
    }

    [Fact]
    [Capability("CAT-05")]
    public void Line_FollowsItsRoundingRule()
    {
        Assert.Equal(3, Steps(World.Line("NUT", 2.5m) with { Rounding = Rounding.Up }));
        Assert.Equal(2, Steps(World.Line("NUT", 2.5m) with { Rounding = Rounding.HalfEven }));
        Assert.Equal(5, Steps(World.Line("RICE", 0.0055m) with { Rounding = Rounding.Down }));
        _world.Refuse(Receipt(World.Line("NUT", 0.4m) with { Rounding = Rounding.Down }), ErrorCodes.InvalidQuantity);
    }

    private long Steps(MovementLine line) => Assert.Single(_world.Post(Receipt(line)).Entries).Quantity;

    private PostMovement Receipt(MovementLine line) =>
        _world.Movement(MovementKind.Receipt, line with { To = "B1", Cost = Cost.Zero });
}
