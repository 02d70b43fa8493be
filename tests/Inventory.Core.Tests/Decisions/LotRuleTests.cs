using Inventory.Core.Tests.Support;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Core.Tests.Decisions;

[Capability("LOT-01")]
public sealed class LotRuleTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData(LotUse.Required, false, true)]
    [InlineData(LotUse.Optional, true, true)]
    [InlineData(LotUse.Forbidden, true, false)]
    public void Rule_HoldsForItsKind(LotUse use, bool takesNone, bool takesOne)
    {
        Set(new LotRule(use, MovementKind.Receipt));

        Assert.Equal(takesNone, _world.Harness.Send(_world.Receipt("MILK", 1)).Posted is not null);
        Assert.Equal(takesOne, _world.Harness.Send(_world.Receipt("MILK", 1, lot: "A")).Posted is not null);
        _world.Refuse(_world.Movement(MovementKind.Opening, World.Line("MILK", 1, to: "B1") with { Cost = Cost.Zero }),
            ErrorCodes.InvalidLotRequired);
    }

    [Fact]
    public void RuleOfAKind_ComesBeforeThatOfAllOthers()
    {
        Set(new LotRule(LotUse.Forbidden), new LotRule(LotUse.Required, MovementKind.Issue));

        _world.Post(_world.Receipt("MILK", 2));

        _world.Refuse(_world.Issue("MILK", 1), ErrorCodes.InvalidLotRequired);
        _world.Refuse(_world.Transfer("MILK", 1, lot: "A"), ErrorCodes.InvalidLotForbidden);
        _world.Refuse(_world.Count("MILK", 1, lot: "A"), ErrorCodes.InvalidLotForbidden);
        _world.Post(_world.Transfer("MILK", 1));
    }

    [Fact]
    public void UnitsWithoutALot_AreNoUnitsOfAny()
    {
        Set(new LotRule(LotUse.Optional));
        _world.Post(_world.Receipt("MILK", 2));
        _world.Post(_world.Receipt("MILK", 3, lot: "A"));

        Assert.Equal("2 ea", _world.Refuse(_world.Issue("MILK", 3), ErrorCodes.Insufficient).Allowed);
        Assert.Equal("3 ea", _world.Refuse(_world.Issue("MILK", 4, lot: "A"), ErrorCodes.Insufficient).Allowed);
        _world.Post(_world.Count("MILK", 1));
        Assert.Equal(4, _world.OnHand("MILK"));
    }

    [Fact]
    public void LateFact_IsCheckedAgainstUnitsWithoutALotAlone()
    {
        Set(new LotRule(LotUse.Optional));
        _world.Post(_world.Receipt("MILK", 9, lot: "A"));
        _world.Post(_world.Receipt("MILK", 2));
        _world.Post(_world.Issue("MILK", 2));
        _world.Post(_world.Receipt("MILK", 2));

        var late = _world.Issue("MILK", 1) with { Effective = _world.Harness.NowInstant - Duration.FromSeconds(2) };

        Assert.Equal("0 ea", _world.Refuse(late, ErrorCodes.Insufficient).Allowed);
    }

    [Fact]
    public void UnitsWithoutALot_NeverGoBad_AndHaveNoDates()
    {
        Set(new LotRule(LotUse.Optional));
        _world.Post(_world.Receipt("MILK", 1));

        _world.Post(new ReserveStock(_world.Key(), "MILK", "WH", Quantity.Each(1))
        {
            NeededBy = new LocalDate(2199, 1, 1),
        });
        var dated = World.Line("MILK", 1, to: "B1") with
        {
            Cost = Cost.Zero,
            Dates = new LotDates { UseBy = new LocalDate(2199, 1, 1) },
        };
        _world.Refuse(_world.Movement(MovementKind.Receipt, dated), ErrorCodes.InvalidDates);
    }

    [Fact]
    public void Rules_AreForSkusWithLots_OnePerKind()
    {
        _world.Refuse(Rules("NUT", new LotRule(LotUse.Optional)), ErrorCodes.InvalidLotRequired);
        _world.Refuse(Rules("PHONE", new LotRule(LotUse.Optional)), ErrorCodes.InvalidLotRequired);
        _world.Refuse(Rules("MILK", new(LotUse.Optional), new(LotUse.Required)), ErrorCodes.InvalidPolicy);
        _world.Refuse(Rules("MILK", new LotRule(LotUse.Optional, MovementKind.Arrival)), ErrorCodes.InvalidPolicy);
        _world.Refuse(Rules("MILK", new LotRule((LotUse)9)), ErrorCodes.InvalidField);
        _world.Refuse(Rules("MILK", new LotRule(LotUse.Optional, (MovementKind)99)), ErrorCodes.InvalidField);
        _world.Post(Rules("NUT"));
        Assert.Equal(
            [ErrorCodes.InvalidPolicy, ErrorCodes.SkuNotFound],
            _world.Harness.Refuse(Rules("NONE", new(LotUse.Optional), new(LotUse.Required)))
                .Select(error => error.Code));
    }

    private void Set(params IReadOnlyList<LotRule> rules) => _world.Post(Rules("MILK", rules));

    private SetLotRules Rules(string sku, params IReadOnlyList<LotRule> rules) => new(_world.Key(), sku, rules);
}
