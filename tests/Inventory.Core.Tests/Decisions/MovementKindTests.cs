using Inventory.Core.Tests.Support;
using Inventory.Movements;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Decisions;

/// <summary>The table of movement kinds: which pairs of places they allow, and which fields they require.</summary>
[Capability("MOV-02")]
[Capability("LOC-02")]
public sealed class MovementKindTests
{
    private static readonly string[] Places = ["SUPPLIER", "CUSTOMER", "PRODUCTION", "LOSS", "TRANSIT", "B1", "B2"];

    private static readonly string[] Own = ["TRANSIT", "B1", "B2"];

    private readonly World _world = new World().WithGrade().WithOwner();

    public static TheoryData<MovementKind, string, string> Pairs()
    {
        var pairs = new TheoryData<MovementKind, string, string>();
        foreach (var kind in Enum.GetValues<MovementKind>())
        {
            foreach (var from in Places)
            {
                foreach (var to in Places)
                {
                    pairs.Add(kind, from, to);
                }
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Pair_IsLegalExactlyForItsKinds(MovementKind kind, string from, string to)
    {
        Stock();
        var enters = !Own.Contains(from) && Own.Contains(to);
        var line = World.Line("NUT", 1, from, to) with
        {
            Cost = enters && kind != MovementKind.OwnerChange ? Cost.Total(1) : default,
            ToStatus = kind == MovementKind.StatusChange ? StockStatus.Damaged : StockStatus.Available,
            ToGrade = kind == MovementKind.GradeChange ? "OPEN" : null,
            ToOwner = kind == MovementKind.OwnerChange ? "ACME" : null,
        };

        var outcome = _world.Harness.Send(_world.Movement(kind, line));

        if (IsLegal(kind, from, to))
        {
            Assert.NotNull(outcome.Posted);
            Assert.Equal(kind, Assert.Single(outcome.Posted.Entries).Kind);
        }
        else
        {
            var error = Assert.Single(outcome.Refused!);
            Assert.Equal(ErrorCodes.InvalidMovement, error.Code);
            Assert.Equal("lines[0].to", error.Target);
            Assert.Equal(MovementRules.Describe(kind), error.Allowed);
        }

        Invariants.Check(_world.Ledger);
    }

    [Theory]
    [InlineData(MovementKind.Receipt, null, "B1", "SUPPLIER", "B1")]
    [InlineData(MovementKind.Issue, "B1", null, "B1", "CUSTOMER")]
    [InlineData(MovementKind.Return, null, "B1", "CUSTOMER", "B1")]
    [InlineData(MovementKind.Return, "B1", null, "B1", "SUPPLIER")]
    [InlineData(MovementKind.Adjustment, null, "B1", "LOSS", "B1")]
    [InlineData(MovementKind.Adjustment, "B1", null, "B1", "LOSS")]
    [InlineData(MovementKind.Scrap, "B1", null, "B1", "LOSS")]
    [InlineData(MovementKind.Opening, null, "B1", "LOSS", "B1")]
    [InlineData(MovementKind.StatusChange, "B1", null, "B1", "B1")]
    [InlineData(MovementKind.StatusChange, null, "B1", "B1", "B1")]
    [InlineData(MovementKind.GradeChange, "B1", null, "B1", "B1")]
    [InlineData(MovementKind.GradeChange, null, "B1", "B1", "B1")]
    [InlineData(MovementKind.OwnerChange, null, "B1", "B1", "B1")]
    public void Side_LeftOut_IsTheKindsCounterparty(
        MovementKind kind, string? from, string? to, string expectedFrom, string expectedTo)
    {
        Stock();
        var line = World.Line("NUT", 1, from, to) with
        {
            Cost = MovementRules.NeedsCost(kind) && kind != MovementKind.OwnerChange && to is not null
                ? Cost.Zero : default,
            ToStatus = kind == MovementKind.StatusChange ? StockStatus.Withheld : StockStatus.Available,
            ToGrade = kind == MovementKind.GradeChange ? "OPEN" : null,
            ToOwner = kind == MovementKind.OwnerChange ? "ACME" : null,
        };

        var entry = Assert.Single(_world.Post(_world.Movement(kind, line)).Entries);

        Assert.Equal(expectedFrom, _world.Ledger.Locations[entry.From.Place].Code);
        Assert.Equal(expectedTo, _world.Ledger.Locations[entry.To.Place].Code);
    }

    [Theory]
    [InlineData(MovementKind.Receipt, null, null, "to")]
    [InlineData(MovementKind.Issue, null, null, "from")]
    [InlineData(MovementKind.Scrap, null, null, "from")]
    [InlineData(MovementKind.Opening, null, null, "to")]
    [InlineData(MovementKind.Transfer, "B1", null, "to")]
    [InlineData(MovementKind.Transfer, null, "B1", "from")]
    [InlineData(MovementKind.Return, null, null, "from,to")]
    [InlineData(MovementKind.Adjustment, null, null, "from,to")]
    [InlineData(MovementKind.StatusChange, null, null, "from,to")]
    [InlineData(MovementKind.GradeChange, null, null, "from,to")]
    public void Side_ThatTheKindDoesNotImply_IsRequired(MovementKind kind, string? from, string? to, string missing)
    {
        var line = World.Line("NUT", 1, from, to);

        var errors = _world.Harness.Refuse(_world.Movement(kind, line));

        Assert.All(errors, error => Assert.Equal((ErrorCodes.InvalidMovement, null), (error.Code, error.Actual)));
        Assert.Equal(missing.Split(',').Select(side => $"lines[0].{side}"), errors.Select(error => error.Target));
    }

    [Fact]
    public void StatusChange_ToTheSameStatus_IsRefused()
    {
        Stock();

        _world.Refuse(_world.Movement(MovementKind.StatusChange, World.Line("NUT", 1, "B1")),
            ErrorCodes.InvalidMovement);
    }

    [Fact]
    public void Transfer_MayChangeTheStatusOnTheWay()
    {
        Stock();

        _world.Post(_world.Movement(
            MovementKind.Transfer, World.Line("NUT", 2, "B1", "B2") with { ToStatus = StockStatus.QualityControl }));

        Assert.Equal(2, _world.OnHand("NUT", "B2", StockStatus.QualityControl));
    }

    [Fact]
    public void Status_OfACounterparty_IsIgnored()
    {
        var receipt = World.Line("NUT", 1, to: "B1") with
        {
            FromStatus = StockStatus.Damaged,
            ToStatus = StockStatus.Damaged,
            Cost = Cost.Zero,
        };

        var entry = Assert.Single(_world.Post(_world.Movement(MovementKind.Receipt, receipt)).Entries);

        Assert.Equal(StockStatus.Available, entry.From.Status);
        Assert.Equal(StockStatus.Damaged, entry.To.Status);
    }

    [Fact]
    public void Place_ThatIsStructural_HoldsNoStock()
    {
        var error = _world.Refuse(_world.Receipt("NUT", 1, "ZONE"), ErrorCodes.InvalidLocation);

        Assert.Equal(("lines[0].to", "ZONE"), (error.Target, error.Actual));
    }

    [Theory]
    [InlineData(MovementKind.Receipt, true)]
    [InlineData(MovementKind.Return, true)]
    [InlineData(MovementKind.Opening, true)]
    [InlineData(MovementKind.Adjustment, false)]
    [Capability("VAL-31")]
    public void Cost_OfWhatComesIn_IsRequired(MovementKind kind, bool isRequired)
    {
        var outcome = _world.Harness.Send(_world.Movement(kind, World.Line("NUT", 1, to: "B1")));

        Assert.Equal(isRequired, outcome.Refused is [{ Code: var code, Target: "lines[0].cost" }]
            && code == ErrorCodes.CostMissing);
        Assert.Equal(!isRequired, outcome.Posted is not null);
    }

    [Theory]
    [InlineData(MovementKind.Issue, "B1", "CUSTOMER")]
    [InlineData(MovementKind.Return, "B1", "SUPPLIER")]
    [InlineData(MovementKind.Transfer, "B1", "B2")]
    [InlineData(MovementKind.Scrap, "B1", "LOSS")]
    public void Cost_WhereNothingComesIn_IsRefused(MovementKind kind, string from, string to)
    {
        Stock();
        var line = World.Line("NUT", 1, from, to) with { Cost = Cost.Zero };

        Assert.Equal("lines[0].cost", _world.Refuse(_world.Movement(kind, line), ErrorCodes.InvalidCost).Target);
    }

    [Fact]
    [Capability("VAL-31")]
    public void Cost_OfZero_IsARealZero()
    {
        var receipt = World.Line("NUT", 5, to: "B1") with { Cost = Cost.Zero };

        var posted = _world.Post(_world.Movement(MovementKind.Receipt, receipt));

        Assert.Equal(0, Assert.Single(posted.Entries).Cost);
        Assert.Equal(0, Assert.Single(posted.Reply.Entries).Cost);
        Assert.Equal(0, Assert.Single(_world.Post(_world.Issue("NUT", 2)).Reply.Entries).Cost);
    }

    [Fact]
    public void Lines_NoneOrTooMany_AreRefused()
    {
        var many = Enumerable.Repeat(World.Line("NUT", 1, "B1"), PostMovement.LinesMax + 1).ToList();

        Assert.Equal("0", _world.Refuse(_world.Movement(MovementKind.Issue), ErrorCodes.InvalidMovement).Actual);
        Assert.Equal("4097", _world
            .Refuse(_world.Movement(MovementKind.Issue, many), ErrorCodes.InvalidMovement).Actual);
    }

    private static bool IsLegal(MovementKind kind, string from, string to) => kind switch
    {
        MovementKind.Receipt => from is "SUPPLIER" or "PRODUCTION" && Own.Contains(to),
        MovementKind.Issue => Own.Contains(from) && to is "CUSTOMER" or "PRODUCTION",
        MovementKind.Return => (from == "CUSTOMER" && Own.Contains(to)) || (Own.Contains(from) && to == "SUPPLIER"),
        MovementKind.Transfer => Own.Contains(from) && Own.Contains(to) && from != to,
        MovementKind.Adjustment => (from == "LOSS" && Own.Contains(to)) || (Own.Contains(from) && to == "LOSS"),
        MovementKind.Scrap => Own.Contains(from) && to == "LOSS",
        MovementKind.StatusChange or MovementKind.GradeChange or MovementKind.OwnerChange =>
            Own.Contains(from) && from == to,
        MovementKind.Opening => from is "LOSS" or "SUPPLIER" && Own.Contains(to),
        _ => false,
    };

    private void Stock()
    {
        foreach (var place in Own)
        {
            _world.Post(_world.Receipt("NUT", 10, place));
        }
    }
}
