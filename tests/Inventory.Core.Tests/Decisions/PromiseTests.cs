using Inventory.Core.Tests.Support;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Decisions;

/// <summary>Units promised to one are nobody else's: reservations, and movements of what is promised.</summary>
[Capability("QTY-02")]
public sealed class PromiseTests
{
    private readonly World _world = new();

    public PromiseTests() => _world.Post(_world.Receipt("NUT", 10));

    [Fact]
    public void Reservation_HoldsAvailableUnits()
    {
        var posted = _world.Post(Reserve(4));

        var promise = Assert.Single(posted.Promises);
        Assert.Equal((PromiseStep.Make, 4, 0), (promise.Step, promise.Held, promise.Committed));
        Assert.Equal([_world.SkuNumber("NUT")], posted.Reply.Legs);
        Assert.Equal(
            new ReservationLeg(new(0, 0, 0), 1, new(6), new PromiseTerms(0, 1), Held: 4),
            Assert.Single(posted.Legs).After);
        Assert.Equal((10, 4, 6),
            (_world.Position("NUT").OnHand, _world.Position("NUT").Held, _world.Position("NUT").Available));
        Assert.Empty(posted.Entries);
    }

    [Theory]
    [InlineData("WH")]
    [InlineData("B1")]
    [InlineData("b2")]
    [InlineData("ZONE")]
    public void Pool_IsNamedByAnyPlaceInIt(string place)
    {
        _world.Post(new ReserveStock(_world.Key(), "NUT", place, Quantity.Each(10)));

        Assert.Equal(0, _world.Position("NUT").Available);
    }

    [Theory]
    [InlineData("SUPPLIER")]
    [InlineData("LOSS")]
    public void Counterparty_HasNoPool(string place) => Assert.Equal(
        "lines[0].pool", _world.Refuse(new ReserveStock(_world.Key(), "NUT", place, Quantity.Each(1)), ErrorCodes.InvalidLocation).Target);

    [Fact]
    public void Reservation_OfMoreThanIsAvailable_IsRefused()
    {
        _world.Post(Reserve(4));

        var error = _world.Refuse(Reserve(7), ErrorCodes.Insufficient);

        Assert.Equal(("lines[0].quantity", "7 ea", "6 ea"), (error.Target, error.Actual, error.Allowed));
        _world.Post(Reserve(6));
        Assert.Equal("0 ea", _world.Refuse(Reserve(1), ErrorCodes.Insufficient).Allowed);
    }

    [Fact]
    public void Reservation_CountsAvailableUnitsOnly()
    {
        _world.Post(_world.Movement(MovementKind.StatusChange, World
            .Line("NUT", 3, "B1") with
        { ToStatus = StockStatus.Quarantined }));

        _world.Refuse(Reserve(8), ErrorCodes.Insufficient);
        _world.Post(Reserve(7));
    }

    [Fact]
    public void Quantity_MustBeOneThatMoves()
    {
        _world.Refuse(Reserve(0), ErrorCodes.InvalidQuantity);
        _world.Refuse(Reserve(-1), ErrorCodes.InvalidQuantity);
        _world.Refuse(Reserve(default(Quantity)), ErrorCodes.InvalidQuantity);
        _world.Refuse(Reserve(0.5m), ErrorCodes.InvalidStep);
        _world.Refuse(Reserve(new Quantity(1, "kg")), ErrorCodes.InvalidConversion);
    }

    [Fact]
    public void Release_GivesBackPartlyOrWholly()
    {
        var reserve = Reserve(8);
        _world.Post(reserve);

        var part = _world.Post(Release(reserve, 3));
        Assert.Equal((-3, PromiseStep.Release), (part.Promises[0].Held, part.Promises[0].Step));
        Assert.Equal(5, _world.Position("NUT").Held);
        _world.Harness.Forget();
        _world.Post(Release(reserve));

        Assert.Equal((0, 10), (_world.Position("NUT").Held, _world.Position("NUT").Available));
        Assert.Empty(_world.Post(Release(reserve)).Promises);
        var error = _world.Refuse(Release(reserve, 1), ErrorCodes.ReservationState);
        Assert.Equal(("quantity", "0 ea"), (error.Target, error.Allowed));
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void Release_OfMoreThanIsHeld_IsRefused()
    {
        var reserve = Reserve(5);
        _world.Post(reserve);

        Assert.Equal(("6 ea", "5 ea"), Refused(Release(reserve, 6)));
        _world.Refuse(Release(reserve, 0), ErrorCodes.InvalidQuantity);
        _world.Refuse(Release(reserve, 0.5m), ErrorCodes.InvalidStep);
    }

    [Fact]
    public void Release_OfWhatIsNoReservation_IsRefused()
    {
        var receipt = _world.Receipt("NUT", 1);
        _world.Post(receipt);

        _world.Refuse(new ReleaseReservation(_world.Key(), receipt.Key), ErrorCodes.ReservationNotFound);
        _world.Refuse(new ReleaseReservation(_world.Key(), "nobody"), ErrorCodes.ReservationNotFound);
        _world.Refuse(new ReleaseReservation(_world.Key(), default(Inventory.Commands.CommandKey)),
            ErrorCodes.InvalidKey);
    }

    [Fact]
    public void Issue_OfPromisedUnits_IsRefused()
    {
        _world.Post(Reserve(7));

        var error = _world.Refuse(_world.Issue("NUT", 4), ErrorCodes.Insufficient);

        Assert.Equal(("4 ea", "3 ea"), (error.Actual, error.Allowed));
        Assert.Contains("7 ea of 10 ea are promised", error.Message, StringComparison.Ordinal);
        _world.Post(_world.Issue("NUT", 3));
    }

    [Fact]
    public void Move_OutOfThePoolOrOutOfSale_IsRefusedForPromisedUnits()
    {
        _world.Post(Reserve(7));

        _world.Refuse(_world.Transfer("NUT", 4, "B1", "SHOP"), ErrorCodes.Insufficient);
        _world.Refuse(Withhold(4), ErrorCodes.Insufficient);
        _world.Post(Withhold(3));
        _world.Post(_world.Transfer("NUT", 7));
    }

    [Fact]
    public void Move_OfUnitsThatAreNotForSale_IsFree()
    {
        _world.Post(Damage(4));
        _world.Post(Reserve(6));

        _world.Post(_world.Movement(
            MovementKind.Transfer, World.Line("NUT", 4, "B1", "SHOP") with { FromStatus = StockStatus.Damaged }));
    }

    [Fact]
    public void Promise_IsOfItsPoolAlone()
    {
        _world.Post(_world.Receipt("NUT", 5, "SHOP"));
        _world.Post(Reserve(10));

        _world.Post(_world.Issue("NUT", 5, "SHOP"));
        _world.Refuse(_world.Issue("NUT", 1), ErrorCodes.Insufficient);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void OrderOfLines_DoesNotMatterToPromises(bool reversed)
    {
        _world.Post(Reserve(8));
        var lines = new[] { World.Line("NUT", 1, "OPEN"), World.Line("NUT", 2, "B1") };

        _world.Refuse(_world.Movement(MovementKind.Issue, reversed ? [.. lines.Reverse()] : lines),
            ErrorCodes.Insufficient);
    }

    [Fact]
    public void PlaceThatMayBeOverdrawn_MayBreakPromises()
    {
        _world.Post(Reserve(8));

        _world.Post(_world.Issue("NUT", 5, "OPEN"));

        Assert.Equal(-3, _world.Position("NUT").Available);
    }

    [Fact]
    public void Scrap_StatesATruthAndNamesWhatIsAtRisk()
    {
        _world.Post(Reserve(8));

        Assert.Equal(0, Units(_world.Post(_world.Scrap("NUT", 2))));
        Assert.Equal(1, Units(_world.Post(_world.Scrap("NUT", 1))));
        Assert.Equal(3, Units(_world.Post(_world.Scrap("NUT", 2))));
        _world.Refuse(Reserve(1), ErrorCodes.Insufficient);
        _world.Refuse(_world.Issue("NUT", 1), ErrorCodes.Insufficient);
    }

    [Fact]
    public void AtRisk_IsAtMostWhatIsPromised()
    {
        Assert.Equal(0, Units(_world.Post(_world.Scrap("NUT", 4, "OPEN"))));
        Assert.Equal(0, Units(_world.Post(_world.Scrap("NUT", 8, "OPEN"))));
        _world.Post(_world.Receipt("NUT", 20));
        _world.Post(Reserve(3));
        Assert.Equal(3, Units(_world.Post(_world.Scrap("NUT", 50, "OPEN"))));
    }

    [Fact]
    public void AtRisk_IsSummedPerPool()
    {
        _world.Post(_world.Receipt("NUT", 5, "SHOP"));
        _world.Post(Reserve(10));
        _world.Post(new ReserveStock(_world.Key(), "NUT", "SHOP", Quantity.Each(4)));

        var scrap = _world.Movement(
            MovementKind.Scrap, World.Line("NUT", 1, "B1"), World.Line("NUT", 2, "SHOP"), World.Line("NUT", 2, "B1"));

        Assert.Equal(3 + 1, Units(_world.Post(scrap)));
    }

    private static decimal Units(ChangeSet change) => change.Reply.AtRisk.Sum(risk => risk.Quantity.Amount);

    private ReserveStock Reserve(decimal quantity) => Reserve(Quantity.Each(quantity));

    private ReserveStock Reserve(Quantity quantity) => new(_world.Key(), "NUT", "WH", quantity);

    private ReleaseReservation Release(ReserveStock reserve, decimal? quantity = null) => new(_world.Key(), reserve.Key)
    {
        Quantity = quantity is { } part ? Quantity.Each(part) : null,
    };

    private PostMovement Withhold(decimal quantity) => _world.Movement(
        MovementKind.StatusChange, World.Line("NUT", quantity, "B1") with { ToStatus = StockStatus.Withheld });

    private PostMovement Damage(decimal quantity) => _world.Movement(
        MovementKind.StatusChange, World.Line("NUT", quantity, "B1") with { ToStatus = StockStatus.Damaged });

    private (string? Actual, string? Allowed) Refused(ReleaseReservation release)
    {
        var error = _world.Refuse(release, ErrorCodes.ReservationState);
        return (error.Actual, error.Allowed);
    }
}
