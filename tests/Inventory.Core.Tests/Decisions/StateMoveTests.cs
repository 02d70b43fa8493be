using Inventory.Core.Tests.Support;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Decisions;

/// <summary>Units change their state where they lie: one entry, and the sum over the states stays.</summary>
[Capability("QTY-21")]
public sealed class StateMoveTests
{
    private readonly World _world = new();

    public StateMoveTests() => _world.Post(_world.Receipt("NUT", 10));

    [Theory]
    [InlineData(StockStatus.Damaged)]
    [InlineData(StockStatus.Quarantined)]
    [InlineData(StockStatus.Withheld)]
    public void Units_LeaveOneStateAndEnterAnother(StockStatus status)
    {
        var posted = _world.Post(Move(4, StockStatus.Available, status));
        _world.Post(Move(1, status, StockStatus.Available));

        Assert.Single(posted.Entries);
        Assert.Equal((7, 3), (_world.OnHand("NUT"), _world.OnHand("NUT", status: status)));
        Assert.Equal((10, 7), (_world.Position("NUT").OnHand, _world.Position("NUT").Available));
    }

    [Fact]
    public void MoreThanTheStateHolds_IsRefused()
    {
        _world.Post(Move(4, StockStatus.Available, StockStatus.Damaged));

        var error = _world.Refuse(Move(5, StockStatus.Damaged, StockStatus.Available), ErrorCodes.Insufficient);

        Assert.Equal(("5 ea", "4 ea"), (error.Actual, error.Allowed));
        _world.Refuse(Move(7, StockStatus.Available, StockStatus.Damaged), ErrorCodes.Insufficient);
    }

    [Fact]
    public void PromisedUnits_StaySellable()
    {
        _world.Post(new ReserveStock(_world.Key(), "NUT", "WH", Quantity.Each(8)));

        _world.Post(Move(2, StockStatus.Available, StockStatus.Withheld));

        Assert.Equal(
            "0 ea", _world.Refuse(Move(1, StockStatus.Available, StockStatus.Withheld), ErrorCodes.Insufficient).Allowed);
    }

    [Theory]
    [InlineData(StockStatus.Damaged)]
    [InlineData(StockStatus.Quarantined)]
    [InlineData(StockStatus.Recalled)]
    public void PlainTruths_AreTakenAndNameWhatTheyPutAtRisk(StockStatus status)
    {
        var reserve = new ReserveStock(_world.Key(), "NUT", "WH", Quantity.Each(8));
        _world.Post(reserve);

        var risk = Assert.Single(_world.Post(Move(5, StockStatus.Available, status)).Reply.AtRisk);

        Assert.Equal((reserve.Key, 0, "NUT", "WH", Quantity.Each(3)),
            (risk.Reservation, risk.Line, risk.Sku, risk.Pool, risk.Quantity));
    }

    [Fact]
    public void TheSameState_IsNoMove() =>
        _world.Refuse(Move(1, StockStatus.Available, StockStatus.Available), ErrorCodes.InvalidMovement);

    private PostMovement Move(decimal quantity, StockStatus from, StockStatus to) => _world.Movement(
        MovementKind.StatusChange,
        World.Line("NUT", quantity, "B1", "B1") with { FromStatus = from, ToStatus = to });
}
