using Inventory.Core.Tests.Support;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Decisions;

[Capability("LOC-10"), Capability("QTY-06")]
public sealed class TransferTests
{
    private readonly World _world = new();

    public TransferTests() => _world.Post(_world.Receipt("NUT", 100));

    [Fact]
    public void Goods_ArriveInPartsAndWhatIsMissingIsWrittenOff()
    {
        var transfer = Dispatch(10);
        Assert.Equal((90, 10, 0), There());

        _world.Post(Receive(transfer, 4));
        _world.Post(Receive(transfer, 3, lost: 2));
        Assert.Equal((1, 7), (_world.OnHand("NUT", "TRANSIT"), _world.OnHand("NUT", "SHOP")));

        var error = _world.Refuse(Receive(transfer, 2), ErrorCodes.OverReceipt);
        Assert.Equal(("lines[0].received", "2 ea", "1 ea"), (error.Target, error.Actual, error.Allowed));
        _world.Post(Receive(transfer, 1));
        Assert.Equal("0 ea", _world.Refuse(Receive(transfer, 1), ErrorCodes.OverReceipt).Allowed);
        Assert.Equal((90, 0, 8), There());
    }

    [Fact]
    public void Lines_OfOneReceipt_ShareWhatIsOnItsWay()
    {
        var transfer = Dispatch(10);
        var line = new ArrivalLine(0, Quantity.Each(6));

        Assert.Equal(
            "lines[1].received",
            _world.Refuse(new ReceiveTransfer(_world.Key(), transfer, line, line), ErrorCodes.OverReceipt).Target);
        _world.Post(new ReceiveTransfer(_world.Key(), transfer, line, line with { Received = Quantity.Each(4) }));
    }

    [Theory]
    [InlineData(12, true)]
    [InlineData(13, false)]
    public void Surplus_WithinTheTolerance_IsTakenUpAsFound(int received, bool isTaken)
    {
        var transfer = Dispatch(10);
        var receive = Receive(transfer, received) with { Tolerance = 0.25m, Reason = "FIX" };

        if (isTaken)
        {
            _world.Post(receive);
            Assert.Equal(12, _world.OnHand("NUT", "SHOP"));
            _world.Refuse(Receive(transfer, 1) with { Tolerance = 1, Reason = "FIX" }, ErrorCodes.OverReceipt);
        }
        else
        {
            Assert.Equal("12 ea", _world.Refuse(receive, ErrorCodes.OverReceipt).Allowed);
        }
    }

    [Fact]
    public void Loss_AndSurplus_NeedAReasonOfTheirDirection()
    {
        var transfer = Dispatch(10);

        _world.Refuse(Receive(transfer, 1, lost: 1) with { Reason = null }, ErrorCodes.InvalidReason);
        _world.Refuse(Receive(transfer, 1, lost: 1) with { Reason = "FOUND" }, ErrorCodes.InvalidReason);
        _world.Refuse(Receive(transfer, 11) with { Tolerance = 1, Reason = null }, ErrorCodes.InvalidReason);
        _world.Refuse(Receive(transfer, 11) with { Tolerance = 1, Reason = "LOST" }, ErrorCodes.InvalidReason);
        _world.Post(Receive(transfer, 1, lost: 1) with { Reason = "LOST" });
        _world.Post(Receive(transfer, 1) with { Reason = null });
    }

    [Fact]
    public void Reversal_TakesBackWhatIsStillOnItsWay()
    {
        var transfer = Dispatch(10);
        var receive = Receive(transfer, 4);
        _world.Post(receive);

        _world.Refuse(_world.Reverse(receive), ErrorCodes.InvalidMovement);
        _world.Post(new ReverseMovement(_world.Key(), transfer));

        Assert.Equal((96, 0, 4), There());
        _world.Refuse(Receive(transfer, 1), ErrorCodes.OverReceipt);
        _world.Refuse(new ReverseMovement(_world.Key(), transfer), ErrorCodes.AlreadyReversed);
    }

    [Fact]
    public void Status_AndLot_StayTheSameOnTheWay()
    {
        _world.Post(_world.Receipt("MILK", 5, lot: "L1"));
        var line = World.Line("MILK", 5, "B1") with { Lot = "L1" };
        var transfer = new DispatchTransfer(_world.Key(), "SHOP", line);
        _world.Post(transfer);
        _world.Harness.Forget();

        _world.Post(Receive(transfer.Key, 5));

        Assert.Equal((0, 5), (_world.OnHand("MILK", "TRANSIT"), _world.OnHand("MILK", "SHOP")));
    }

    [Fact]
    public void Bin_OfTheDestination_MayBeNamed_AndNoOther()
    {
        var transfer = new DispatchTransfer(_world.Key(), "WH", World.Line("NUT", 5, "B1"));
        _world.Post(transfer);
        var line = new ArrivalLine(0, Quantity.Each(5)) { To = "SHOP" };

        Assert.Equal(
            "lines[0].to",
            _world.Refuse(new ReceiveTransfer(_world.Key(), transfer.Key, line), ErrorCodes.InvalidLocation).Target);
        _world.Post(new ReceiveTransfer(_world.Key(), transfer.Key, line with { To = "B2" }));
        Assert.Equal(5, _world.OnHand("NUT", "B2"));
    }

    [Fact]
    public void Goods_OnTheirWay_AreNotPromised()
    {
        Dispatch(10);

        _world.Refuse(new ReserveStock(_world.Key(), "NUT", "TRANSIT", Quantity.Each(1)), ErrorCodes.InvalidLocation);
    }

    [Fact]
    public void Places_ThatCannotBe_AreAllNamed()
    {
        var errors = _world.Harness.Refuse(
            new DispatchTransfer(_world.Key(), "CUSTOMER", World.Line("NUT", 5, "B1", "B2")) { Via = "B2" });

        Assert.Equal(["lines[0].to", "to", "via"], errors.Select(error => error.Target).Order(StringComparer.Ordinal));
        _world.Refuse(_world.Movement(MovementKind.Dispatch, World.Line("NUT", 5, "B1", "TRANSIT")),
            ErrorCodes.InvalidMovement);
        _world.Refuse(Receive("nothing", 1), ErrorCodes.CommandNotFound);
        var receipt = _world.Receipt("NUT", 1);
        _world.Post(receipt);
        _world.Refuse(Receive(receipt.Key, 1), ErrorCodes.CommandNotFound);
    }

    [Fact]
    public void Serials_TravelOnALineEach()
    {
        var several = World.Line("PHONE", 2, "B1") with { Serials = [new Inventory.Lots.SerialRange("S1", "S2")] };

        Assert.Equal(
            "lines[0].serials",
            _world.Refuse(
                new DispatchTransfer(_world.Key(), "SHOP", several), ErrorCodes.InvalidMovement).Target);
    }

    [Fact]
    public void Fields_OfAnArrival_AreChecked()
    {
        var transfer = Dispatch(10);

        _world.Refuse(new ReceiveTransfer(_world.Key(), transfer), ErrorCodes.InvalidMovement);
        _world.Refuse(Receive(transfer, 1) with { Tolerance = 2 }, ErrorCodes.InvalidField);
        _world.Refuse(Receive(transfer, 0), ErrorCodes.InvalidQuantity);
        _world.Refuse(
            new ReceiveTransfer(_world.Key(), transfer, new ArrivalLine(0, null)), ErrorCodes.InvalidQuantity);
        _world.Refuse(
            new ReceiveTransfer(_world.Key(), transfer, new ArrivalLine(7, Quantity.Each(1))),
            ErrorCodes.CommandNotFound);
        _world.Refuse(Receive(transfer, 1) with { Effective = Times.Minute(-30) }, ErrorCodes.InvalidTime);
        _world.Post(new FreezeLocation(_world.Key(), "SHOP", "anna"));
        _world.Refuse(Receive(transfer, 1), ErrorCodes.Frozen);
    }

    private (long Here, long OnTheWay, long There) There() =>
        (_world.OnHand("NUT"), _world.OnHand("NUT", "TRANSIT"), _world.OnHand("NUT", "SHOP"));

    private Inventory.Commands.CommandKey Dispatch(int quantity)
    {
        var dispatch = new DispatchTransfer(_world.Key(), "SHOP", World.Line("NUT", quantity, "B1"));
        _world.Post(dispatch);
        return dispatch.Key;
    }

    private ReceiveTransfer Receive(Inventory.Commands.CommandKey transfer, int received, int lost = 0) => new(
        _world.Key(), transfer,
        new ArrivalLine(0, Quantity.Each(received)) { Lost = lost == 0 ? null : Quantity.Each(lost) })
    {
        Reason = lost == 0 ? null : "FIX",
    };
}
