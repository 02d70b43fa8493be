using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Core.Tests.Support;
using Inventory.Movements;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Catalog;

/// <summary>The matrix of lifecycle statuses and operations.</summary>
[Capability("CAT-16")]
public sealed class LifecycleTests
{
    // Active, draft, phase-out, discontinued, blocked: 1 allows the kind.
    private static readonly Dictionary<MovementKind, string> Matrix = new()
    {
        [MovementKind.Receipt] = "10000",
        [MovementKind.Opening] = "10000",
        [MovementKind.Issue] = "10110",
        [MovementKind.Return] = "10110",
        [MovementKind.Transfer] = "10110",
        [MovementKind.Adjustment] = "10111",
        [MovementKind.Scrap] = "10111",
        [MovementKind.StatusChange] = "10111",
        [MovementKind.GradeChange] = "10110",
        [MovementKind.OwnerChange] = "10110",
        [MovementKind.Count] = "10111",
        [MovementKind.Reversal] = "10110",
        [MovementKind.Dispatch] = "10110",
        [MovementKind.Arrival] = "10110",
    };

    private readonly World _world = new World().WithGrade().WithOwner();

    public static TheoryData<MovementKind, Lifecycle> Cells()
    {
        var cells = new TheoryData<MovementKind, Lifecycle>();
        foreach (var kind in Enum.GetValues<MovementKind>())
        {
            foreach (var lifecycle in Enum.GetValues<Lifecycle>())
            {
                cells.Add(kind, lifecycle);
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Status_AllowsExactlyItsKinds(MovementKind kind, Lifecycle lifecycle)
    {
        var allowed = Matrix[kind][(int)lifecycle] == '1';

        var outcome = _world.Harness.Send(Command(kind, lifecycle));

        Assert.Equal(allowed, outcome.Posted is not null);
        Assert.Equal(!allowed, outcome.Refused?.Any(error => error.Code == ErrorCodes.Lifecycle) ?? false);
        Assert.Equal(allowed, MovementRules.Allows(lifecycle, kind));
    }

    [Theory]
    [InlineData(Lifecycle.Active)]
    [InlineData(Lifecycle.PhaseOut)]
    [InlineData(Lifecycle.Discontinued)]
    [InlineData(Lifecycle.Blocked)]
    public void Draft_IsLeftForGood(Lifecycle lifecycle)
    {
        _world.Post(new ChangeLifecycle(_world.Key(), "DRAFT", Lifecycle.Draft));
        _world.Post(new ChangeLifecycle(_world.Key(), "DRAFT", lifecycle));

        _world.Refuse(new ChangeLifecycle(_world.Key(), "draft", Lifecycle.Draft), ErrorCodes.Lifecycle);
        Assert.Equal(lifecycle, _world.Ledger.Skus[_world.SkuNumber("DRAFT")].Lifecycle);
    }

    [Fact]
    public void Change_CountsForTheRestOfItsBatch()
    {
        var outcomes = _world.Harness.SendBatch(
            new ChangeLifecycle(_world.Key(), "NUT", Lifecycle.PhaseOut),
            _world.Receipt("NUT", 1),
            new ChangeLifecycle(_world.Key(), "NUT", Lifecycle.Active),
            _world.Receipt("NUT", 1));

        Assert.Equal([true, false, true, true], outcomes.Select(outcome => outcome.Posted is not null));
    }

    [Fact]
    public void Change_OfAnUnknownSku_IsRefused() =>
        _world.Refuse(new ChangeLifecycle(_world.Key(), "NONE", Lifecycle.Active), ErrorCodes.SkuNotFound);

    private Command Command(MovementKind kind, Lifecycle lifecycle)
    {
        if (lifecycle == Lifecycle.Draft)
        {
            // A draft has no stock, and nothing that could be reversed.
            return kind switch
            {
                MovementKind.OwnerChange => _world.Movement(
                    kind, World.Line("DRAFT", 1, "B1") with { ToOwner = "ACME" }),
                MovementKind.GradeChange => _world.Movement(kind, World.Line("DRAFT", 1, "B1") with { Grade = "OPEN" }),
                MovementKind.Count => _world.Count("DRAFT", 1),
                MovementKind.Reversal => _world.Movement(MovementKind.Issue, World.Line("DRAFT", 1, "B1")),
                MovementKind.Dispatch or MovementKind.Arrival => Dispatch("DRAFT"),
                _ => _world.Movement(kind, Line(kind, "DRAFT")),
            };
        }

        var receipt = _world.Receipt("NUT", 5);
        var transfer = Dispatch("NUT");
        _world.Post(receipt);
        if (kind == MovementKind.Arrival)
        {
            _world.Post(transfer);
        }

        _world.Post(new ChangeLifecycle(_world.Key(), "NUT", lifecycle));
        return kind switch
        {
            MovementKind.Count => _world.Count("NUT", 1),
            MovementKind.Reversal => _world.Reverse(receipt),
            MovementKind.Dispatch => transfer,
            MovementKind.Arrival =>
                new ReceiveTransfer(_world.Key(), transfer.Key, new ArrivalLine(0, Quantity.Each(1))),
            _ => _world.Movement(kind, Line(kind, "NUT")),
        };
    }

    private DispatchTransfer Dispatch(string sku) => new(_world.Key(), "SHOP", World.Line(sku, 1, "B1"));

    private static MovementLine Line(MovementKind kind, string sku) => kind switch
    {
        MovementKind.Receipt or MovementKind.Opening => World.Line(sku, 1, to: "B1") with { Cost = Cost.Zero },
        MovementKind.Transfer => World.Line(sku, 1, "B1", "B2"),
        MovementKind.OwnerChange => World.Line(sku, 1, "B1") with { ToOwner = "ACME" },
        MovementKind.GradeChange => World.Line(sku, 1, "B1") with { ToGrade = "OPEN" },
        MovementKind.StatusChange => World.Line(sku, 1, "B1") with { ToStatus = StockStatus.Damaged },
        _ => World.Line(sku, 1, "B1"),
    };
}
