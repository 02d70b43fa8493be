using Inventory.Core.Tests.Support;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Decisions;

/// <summary>Goods of one SKU in grades, each of which is stock of its own.</summary>
[Capability("CAT-13")]
public sealed class GradeTests
{
    private readonly World _world = new World().WithGrade();

    [Fact]
    public void Receipt_OfAGrade_IsStockOfItsOwn()
    {
        _world.Post(_world.Receipt("NUT", 5));
        _world.Post(Open(MovementKind.Receipt, World.Line("NUT", 2, to: "B1") with { Cost = Cost.Zero }));

        Assert.Equal(7, _world.OnHand("NUT"));
        Assert.Equal(5, _world.Position("NUT").Sellable);
        Assert.Equal(2, _world.Position("NUT", grade: 1).Sellable);
        _world.Refuse(Open(MovementKind.Issue, World.Line("NUT", 3, "B1")), ErrorCodes.Insufficient);
        _world.Post(Open(MovementKind.Issue, World.Line("NUT", 2, "B1")));
        Assert.Equal((5, 0), (_world.Position("NUT").OnHand, _world.Position("NUT", grade: 1).OnHand));
    }

    [Theory]
    [InlineData(MovementKind.Transfer)]
    [InlineData(MovementKind.StatusChange)]
    [InlineData(MovementKind.Scrap)]
    [InlineData(MovementKind.Return)]
    [InlineData(MovementKind.Adjustment)]
    [Capability("MOV-02")]
    public void Movement_KeepsTheGrade(MovementKind kind)
    {
        _world.Post(Open(MovementKind.Receipt, World.Line("NUT", 2, to: "B1") with { Cost = Cost.Zero }));
        var line = World.Line("NUT", 1, "B1", kind == MovementKind.Transfer ? "B2" : null) with
        {
            ToStatus = kind == MovementKind.StatusChange ? StockStatus.Damaged : StockStatus.Available,
        };

        var entry = Assert.Single(_world.Post(Open(kind, line)).Entries);

        Assert.Equal((1, 1), (entry.From.Grade, entry.To.Grade));
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    [Capability("MOV-02")]
    public void GradeChange_DiffersInTheGradeOnly_AndIsUndoneByItsReversal()
    {
        _world.Post(_world.Movement(
            MovementKind.Receipt, World.Line("NUT", 4, to: "B1") with
            {
                ToStatus = StockStatus.QualityControl,
                Cost = Cost.Zero,
            }));
        var change = _world.Movement(MovementKind.GradeChange, World.Line("NUT", 3, "B1") with
        {
            FromStatus = StockStatus.QualityControl,
            ToGrade = "open",
        });

        var entry = Assert.Single(_world.Post(change).Entries);

        Assert.Equal(entry.To, entry.From with { Grade = 1 });
        Assert.Equal(3, _world.Position("NUT", grade: 1).Quantities.QualityControl);
        _world.Post(_world.Reverse(change));
        Assert.Equal(4, _world.Position("NUT").Quantities.QualityControl);
        Assert.Equal(0, _world.Position("NUT", grade: 1).OnHand);
    }

    [Fact]
    public void GradeChange_ToTheSameGrade_IsRefused()
    {
        _world.Post(_world.Receipt("NUT", 1));

        _world.Refuse(_world.Movement(MovementKind.GradeChange, World.Line("NUT", 1, "B1")),
            ErrorCodes.InvalidMovement);
    }

    [Fact]
    public void Grade_ThatAMovementCannotChange_IsRefused()
    {
        _world.Post(_world.Receipt("NUT", 1));

        var error = _world.Refuse(
            _world.Movement(MovementKind.Issue, World.Line("NUT", 1, "B1") with { ToGrade = "OPEN" }),
            ErrorCodes.InvalidMovement);

        Assert.Equal("lines[0].toGrade", error.Target);
    }

    [Fact]
    public void Grade_ThatIsUnknown_IsNamedInEachField()
    {
        _world.Post(_world.Receipt("NUT", 1));
        var line = World.Line("NUT", 1, "B1") with { Grade = "new", ToGrade = "worse" };

        var errors = _world.Harness.Refuse(_world.Movement(MovementKind.GradeChange, line));

        Assert.Equal(["lines[0].grade", "lines[0].toGrade"], errors.Select(error => error.Target));
        Assert.All(errors, error => Assert.Equal(ErrorCodes.InvalidGrade, error.Code));
        _world.Refuse(_world.Count("NUT", 1) with { Grade = "worse" }, ErrorCodes.InvalidGrade);
    }

    [Fact]
    public void Count_OfAGrade_LeavesTheOthersAlone()
    {
        _world.Post(_world.Receipt("NUT", 5));
        _world.Post(_world.Count("NUT", 2) with { Grade = "OPEN" });

        Assert.Equal((5, 2), (_world.Position("NUT").OnHand, _world.Position("NUT", grade: 1).OnHand));
    }

    [Fact]
    public void LateFact_BeforeTheCountOfAnotherGrade_IsNoneOfItsBusiness()
    {
        _world.Post(_world.Count("NUT", 2) with { Grade = "OPEN" });
        var late = World.Line("NUT", 1, to: "B1") with { Cost = Cost.Zero };

        _world.Post(_world.Movement(MovementKind.Receipt, late) with { Effective = Times.Minute(-1) });
        _world.Refuse(Open(MovementKind.Receipt, late) with { Effective = Times.Minute(-1) }, ErrorCodes.Counted);
        _world.Post(Open(MovementKind.Receipt, late) with
        {
            Effective = Times.Minute(-1),
            AfterCount = CountedPolicy.Compensate,
        });

        Assert.Equal((1, 2), (_world.Position("NUT").OnHand, _world.Position("NUT", grade: 1).OnHand));
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void LateIssue_OfAGrade_CannotTakeWhatAnotherHad()
    {
        _world.Post(_world.Receipt("NUT", 5) with { Effective = Times.Minute(-3) });
        _world.Post(Open(MovementKind.Receipt, World.Line("NUT", 2, to: "B1") with { Cost = Cost.Zero }));

        _world.Refuse(
            Open(MovementKind.Issue, World.Line("NUT", 1, "B1")) with { Effective = Times.Minute(-1) },
            ErrorCodes.Insufficient);
    }

    [Fact]
    [Capability("RES-01")]
    public void Reservation_OfAGrade_IsKeptAndFulfilledFromIt()
    {
        _world.Post(_world.Receipt("NUT", 5));
        _world.Post(Open(MovementKind.Receipt, World.Line("NUT", 2, to: "B1") with { Cost = Cost.Zero }));
        var line = new ReservationLine("NUT", Quantity.Each(2), "WH") { Grade = "OPEN" };
        var reserve = new ReserveStock(_world.Key(), line);
        _world.Post(reserve);

        _world.Refuse(new ReserveStock(_world.Key(), line), ErrorCodes.Insufficient);
        _world.Refuse(Open(MovementKind.GradeChange, World.Line("NUT", 1, "B1")), ErrorCodes.Insufficient);
        _world.Refuse(
            _world.Movement(MovementKind.Issue, World.Line("NUT", 2, "B1") with { Reservation = reserve.Key }),
            ErrorCodes.ReservationState);
        _world.Post(Open(MovementKind.Issue, World.Line("NUT", 2, "B1") with { Reservation = reserve.Key }));

        Assert.Equal((5, 0), (_world.Position("NUT").Available, _world.Position("NUT", grade: 1).Committed));
    }

    private PostMovement Open(MovementKind kind, MovementLine line) =>
        _world.Movement(kind, line with { Grade = "OPEN" });
}
