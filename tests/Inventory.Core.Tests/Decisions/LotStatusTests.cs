using Inventory.Commands;
using Inventory.Core.Tests.Support;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Decisions;

[Capability("LOT-07")]
public sealed class LotStatusTests
{
    private readonly World _world = new();

    public LotStatusTests()
    {
        _world.Post(_world.Receipt("MILK", 5, lot: "L1"));
        _world.Post(_world.Receipt("MILK", 3, to: "SHOP", lot: "L1"));
        _world.Post(_world.Receipt("MILK", 4, lot: "L2"));
    }

    [Theory]
    [InlineData(LotStatus.OnHold, StockStatus.Quarantined)]
    [InlineData(LotStatus.Quarantined, StockStatus.Quarantined)]
    [InlineData(LotStatus.Expired, StockStatus.Quarantined)]
    [InlineData(LotStatus.Recalled, StockStatus.Recalled)]
    [InlineData(LotStatus.Damaged, StockStatus.Damaged)]
    public void Status_TakesEveryUnitOfTheLotAlong_InEveryPool_AndNothingElse(LotStatus status, StockStatus state)
    {
        var posted = Become("L1", status);

        Assert.Equal(2, posted.Entries.Count);
        Assert.All(posted.Entries, entry => Assert.Equal(MovementKind.StatusChange, entry.Kind));
        Assert.Equal((4, 0), (_world.OnHand("MILK"), _world.OnHand("MILK", "SHOP")));
        Assert.Equal((5, 3), (_world.OnHand("MILK", "B1", state), _world.OnHand("MILK", "SHOP", state)));
        Assert.Equal((4L, 0L), (_world.Position("MILK").Sellable, _world.Position("MILK", "SHOP").Sellable));
        Assert.Equal(status, _world.Ledger.Lots[(_world.SkuNumber("MILK"), 1)].Lot.Status);
    }

    [Fact]
    public void Release_GivesBackWhatTheLotHad_AndLeavesWhatIsBroken()
    {
        _world.Post(_world.Movement(MovementKind.StatusChange, World.Line("MILK", 2, "B1") with
        {
            Lot = "L1",
            ToStatus = StockStatus.Damaged,
        }));
        Become("L1", LotStatus.OnHold);

        Become("L1", LotStatus.Released);

        Assert.Equal((7, 2), (_world.OnHand("MILK"), _world.OnHand("MILK", "B1", StockStatus.Damaged)));
    }

    [Fact]
    public void Transitions_AreThoseOfTheTable()
    {
        foreach (var from in Enum.GetValues<LotStatus>())
        {
            var allowed = Enum.GetValues<LotStatus>().Where(to => Takes(from, to)).ToList();

            Assert.Equal(
                from is LotStatus.Released or LotStatus.OnHold or LotStatus.Quarantined
                    ? Enum.GetValues<LotStatus>().Except([from])
                    : new[] { LotStatus.Quarantined, LotStatus.Recalled }.Except([from]),
                allowed);
        }
    }

    [Fact]
    public void Refusal_NamesWhatMayFollow()
    {
        Become("L1", LotStatus.Recalled);

        var error = _world.Refuse(Command("L1", LotStatus.Released), ErrorCodes.LotTransition);

        Assert.Equal(("status", "Released", "Quarantined"), (error.Target, error.Actual, error.Allowed));
    }

    [Fact]
    public void WhatComesIn_IsKeptWithItsLot()
    {
        Become("L1", LotStatus.Recalled);

        _world.Post(_world.Receipt("MILK", 2, lot: "L1"));
        _world.Post(_world.Count("MILK", 8, lot: "L1"));

        Assert.Equal((4, 8), (_world.OnHand("MILK"), _world.OnHand("MILK", "B1", StockStatus.Recalled)));
    }

    [Fact]
    public void WhatIsBlocked_MovesByItsState_AndIsKeptWithItsLot()
    {
        Become("L1", LotStatus.Quarantined);

        _world.Post(_world.Movement(MovementKind.Transfer, World.Line("MILK", 2, "B1", "B2") with
        {
            Lot = "L1",
            FromStatus = StockStatus.Quarantined,
        }));

        Assert.Equal(3, _world.OnHand("MILK", "B1", StockStatus.Quarantined));
        Assert.Equal(2, _world.OnHand("MILK", "B2", StockStatus.Quarantined));
    }

    [Fact]
    public void NothingBlocked_IsTakenAsFree_OrFreedByItself()
    {
        var receipt = _world.Receipt("MILK", 1, lot: "L1");
        var issue = _world.Issue("MILK", 1, lot: "L1");
        _world.Post(receipt);
        _world.Post(issue);
        Become("L1", LotStatus.OnHold);
        var freed = World.Line("MILK", 1, "B1") with
        {
            Lot = "L1",
            FromStatus = StockStatus.Quarantined,
        };

        foreach (var command in new Command[]
        {
            _world.Issue("MILK", 1, lot: "L1"), _world.Issue("MILK", 1, "OPEN", "L1"),
            _world.Scrap("MILK", 1, lot: "L1"),
            _world.Movement(MovementKind.StatusChange, freed), _world.Reverse(receipt), _world.Reverse(issue),
        })
        {
            var error = _world.Refuse(command, ErrorCodes.LotBlocked);
            Assert.Equal("L1", error.Actual);
        }
    }

    [Fact]
    public void GoodsOnTheirWay_ArriveWithTheStatusThatTheirLotHasByThen()
    {
        var sent = Send(StockStatus.Available);
        Become("L1", LotStatus.OnHold);
        Arrive(sent, 2);
        Assert.Equal(5, _world.OnHand("MILK", "SHOP", StockStatus.Quarantined));

        var held = Send(StockStatus.Quarantined);
        Become("L1", LotStatus.Released);
        Arrive(held, 3);
        Assert.Equal((8, 0), (_world.OnHand("MILK", "SHOP"), _world.OnHand("MILK", "SHOP", StockStatus.Quarantined)));
    }

    [Fact]
    public void PromisesLeftWithoutCover_AreNamed_AndCuredByTheRelease()
    {
        _world.Post(new ReserveStock(_world.Key(), "MILK", "WH", Quantity.Each(8)));

        var posted = Become("L1", LotStatus.OnHold);

        var risk = Assert.Single(posted.Reply.AtRisk);
        Assert.Equal(("WH", Quantity.Each(4)), (risk.Pool, risk.Quantity));
        _world.Refuse(new ReserveStock(_world.Key(), "MILK", "WH", Quantity.Each(1)), ErrorCodes.Insufficient);
        Assert.Empty(Become("L1", LotStatus.Released).Reply.AtRisk);
        Assert.Equal(1, _world.Position("MILK").Free);
    }

    [Fact]
    public void Release_FillsOrdersThatWait()
    {
        Become("L1", LotStatus.OnHold);
        _world.Post(new ReserveStock(_world.Key(), "MILK", "WH", Quantity.Each(6))
        {
            Kind = PromiseKind.Order,
            Shortage = Shortage.Backorder,
        });

        Become("L1", LotStatus.Released);

        Assert.Equal((6L, 0L), (_world.Position("MILK").Committed, _world.Position("MILK").Backordered));
    }

    [Fact]
    public void StatusOfALot_IsNotReversed()
    {
        var change = Command("L1", LotStatus.OnHold);
        _world.Post(change);

        _world.Refuse(_world.Reverse(change), ErrorCodes.InvalidMovement);
    }

    [Fact]
    public void UnknownLots_AndSkusWithoutLots_AreRefused()
    {
        _world.Refuse(Command("NONE", LotStatus.OnHold), ErrorCodes.LotNotFound);
        _world.Refuse(new ChangeLotStatus(_world.Key(), "NUT", "L1", LotStatus.OnHold), ErrorCodes.InvalidLotRequired);
        _world.Refuse(Command("L1", (LotStatus)99), ErrorCodes.InvalidField);
        _world.Refuse(Command(" ", LotStatus.OnHold), ErrorCodes.InvalidCode);
    }

    /// <summary>Law: of a lot that is not released nothing is free, whatever is sent.</summary>
    [Property(MaxTest = 150, Arbitrary = [typeof(Steps)])]
    public void NothingOfABlockedLot_IsEverFree(Step[] steps)
    {
        var world = new World().WithGrade();
        foreach (var command in RandomCommands.From(steps))
        {
            world.Harness.Send(command);
        }

        var blocked = world.Ledger.Lots.Values.Where(lot => lot.Lot.Status != LotStatus.Released)
            .Select(lot => (lot.Lot.Sku, lot.Lot.Number)).ToHashSet();
        Assert.DoesNotContain(world.Ledger.Balances.Values, balance =>
            blocked.Contains((balance.Sku, balance.Spot.Lot))
            && balance is { Quantity: > 0, Spot.Status: StockStatus.Available });
    }

    private static bool Takes(LotStatus from, LotStatus to)
    {
        var world = new World();
        world.Post(world.Receipt("MILK", 1, lot: "L1"));
        if (from != LotStatus.Released)
        {
            world.Post(new ChangeLotStatus(world.Key(), "MILK", "L1", from));
        }

        return world.Harness.Send(new ChangeLotStatus(world.Key(), "MILK", "L1", to)).Posted is not null;
    }

    private Command Send(StockStatus status)
    {
        var sent = new DispatchTransfer(
            _world.Key(), "SHOP", World.Line("MILK", status == StockStatus.Available ? 2 : 3, "B1") with
            {
                Lot = "L1",
                FromStatus = status,
            });
        _world.Post(sent);
        return sent;
    }

    private void Arrive(Command sent, decimal units) => _world.Post(
        new ReceiveTransfer(_world.Key(), sent.Key, new ArrivalLine(0, Quantity.Each(units))));

    private Inventory.Decisions.ChangeSet Become(string lot, LotStatus status) => _world.Post(Command(lot, status));

    private ChangeLotStatus Command(string lot, LotStatus status) => new(_world.Key(), "MILK", lot, status);
}
