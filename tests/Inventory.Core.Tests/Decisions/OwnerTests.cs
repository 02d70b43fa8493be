using Inventory.Core.Tests.Support;
using Inventory.Movements;
using Inventory.References;
using Inventory.Reservations;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Decisions;

/// <summary>Goods of somebody else that lie with us: counted, never valued, sold only where that is agreed.</summary>
[Capability("LOC-07")]
public sealed class OwnerTests
{
    private readonly World _world = new World().WithOwner();

    [Fact]
    public void Receipt_OfSomebodyElsesGoods_HasNoCost()
    {
        _world.Post(_world.Receipt("NUT", 5));
        var posted = Stock(3);

        Assert.Null(Assert.Single(posted.Reply.Entries).Cost);
        Assert.Equal((5, 3), (_world.Position("NUT").OnHand, _world.Position("NUT", owner: 1).OnHand));
        _world.Refuse(
            Acme(MovementKind.Receipt, World.Line("NUT", 1, to: "B1") with { Cost = Cost.Zero }),
            ErrorCodes.InvalidCost);
    }

    [Theory]
    [InlineData(MovementKind.Transfer, "B2")]
    [InlineData(MovementKind.Scrap, null)]
    [InlineData(MovementKind.Return, null)]
    [InlineData(MovementKind.Adjustment, null)]
    [Capability("MOV-02")]
    public void Movement_KeepsTheOwner_AndCostsNothing(MovementKind kind, string? to)
    {
        Stock(3);

        var posted = _world.Post(Acme(kind, World.Line("NUT", 1, "B1", to)));

        var entry = Assert.Single(posted.Entries);
        Assert.Equal((1, 1), (entry.From.Owner, entry.To.Owner));
        Assert.Null(Assert.Single(posted.Reply.Entries).Cost);
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void Goods_NotForSale_AreNeitherPromisedNorIssued()
    {
        Stock(3);
        var line = new ReservationLine("NUT", Quantity.Each(1), "WH") { Owner = "ACME" };

        var error = _world.Refuse(Acme(MovementKind.Issue, World.Line("NUT", 1, "B1")), ErrorCodes.Owner);
        _world.Refuse(new ReserveStock(_world.Key(), line), ErrorCodes.Owner);

        Assert.Equal(("lines[0].owner", "ACME"), (error.Target, error.Actual));
        _world.Refuse(_world.Issue("NUT", 1), ErrorCodes.Insufficient);
    }

    [Fact]
    public void Goods_OnCommission_AreSoldWithoutACost()
    {
        Stock(3);
        _world.WithOwner(OwnerTerms.OnCommission);
        var reserve = new ReserveStock(
            _world.Key(), new ReservationLine("NUT", Quantity.Each(2), "WH") { Owner = "acme" });
        _world.Post(reserve);

        var issue = World.Line("NUT", 2, "B1") with { Reservation = reserve.Key };
        var posted = _world.Post(Acme(MovementKind.Issue, issue));

        Assert.Null(Assert.Single(posted.Reply.Entries).Cost);
        Assert.Equal(1, _world.Position("NUT", owner: 1).Available);
    }

    [Fact]
    [Capability("MOV-02")]
    [Capability("VAL-01")]
    public void OwnerChange_BringsBoughtGoodsIn_AndIsUndoneByItsReversal()
    {
        Stock(3);
        var line = World.Line("NUT", 2, "B1") with { Cost = Cost.PerUnit(4) };
        _world.Refuse(Acme(MovementKind.OwnerChange, line with { Cost = default }), ErrorCodes.CostMissing);
        var bought = Acme(MovementKind.OwnerChange, line);

        var posted = _world.Post(bought);

        var entry = Assert.Single(posted.Entries);
        Assert.Equal(entry.To, entry.From with { Owner = 0 });
        var issued = _world.Post(_world.Issue("NUT", 1));
        Assert.Equal(Assert.Single(posted.Reply.Entries).Cost / 2, Assert.Single(issued.Reply.Entries).Cost);
        Assert.Equal((1, 1), (_world.Position("NUT").OnHand, _world.Position("NUT", owner: 1).OnHand));

        _world.Post(_world.Reverse(bought, line: 0, Quantity.Each(1)));
        Assert.Equal((0, 2), (_world.Position("NUT").OnHand, _world.Position("NUT", owner: 1).OnHand));
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void OwnerChange_OfOurGoods_TakesThemOutOfTheBooks()
    {
        _world.Post(_world.Receipt("NUT", 5, total: 10));
        var sold = World.Line("NUT", 2, "B1") with { ToOwner = "ACME" };

        var posted = _world.Post(_world.Movement(MovementKind.OwnerChange, sold));

        Assert.Equal(4_0000, Assert.Single(posted.Reply.Entries).Cost);
        Assert.Equal(2, _world.Position("NUT", owner: 1).OnHand);
        Assert.Equal(5, _world.OnHand("NUT"));
    }

    [Fact]
    public void Owner_ThatIsUnknownOrCannotChange_IsRefused()
    {
        Stock(1);

        _world.Refuse(_world.Count("NUT", 1) with { Owner = "NOBODY" }, ErrorCodes.CodeNotFound);
        _world.Refuse(_world.Count("NUT", 1) with { Owner = "ACME", Cost = Cost.Zero }, ErrorCodes.InvalidCost);
        _world.Refuse(Acme(MovementKind.OwnerChange, World.Line("NUT", 1, "B1") with { ToOwner = "acme" }),
            ErrorCodes.InvalidMovement);
        var error = _world.Refuse(
            Acme(MovementKind.Scrap, World.Line("NUT", 1, "B1") with { ToOwner = "ACME" }),
            ErrorCodes.InvalidMovement);

        Assert.Equal("lines[0].toOwner", error.Target);
    }

    [Fact]
    public void Count_OfSomebodyElsesGoods_LeavesOursAlone()
    {
        _world.Post(_world.Receipt("NUT", 5));

        var posted = _world.Post(_world.Count("NUT", 2) with { Owner = "ACME" });

        Assert.Null(Assert.Single(posted.Reply.Entries).Cost);
        Assert.Equal((5, 2), (_world.Position("NUT").OnHand, _world.Position("NUT", owner: 1).OnHand));
    }

    private Inventory.Decisions.ChangeSet Stock(decimal quantity) =>
        _world.Post(Acme(MovementKind.Receipt, World.Line("NUT", quantity, to: "B1")));

    private PostMovement Acme(MovementKind kind, MovementLine line) =>
        _world.Movement(kind, line with { Owner = "ACME" });
}
