using Inventory.Core.Tests.Support;
using Inventory.Movements;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Decisions;

/// <summary>A command of several lines is one: all its demand together, all its errors together.</summary>
[Capability("MOV-07")]
public sealed class MultiLineTests
{
    private readonly World _world = new();

    [Fact]
    public void AllErrors_OfACommand_AreReportedTogether()
    {
        var command = _world.Movement(
            MovementKind.Issue,
            World.Line("NONE", 1, "B1"),
            World.Line("REPAIR", 0, "ZONE"),
            World.Line("NUT", 1.5m, "NOWHERE") with { Owner = "me" },
            World.Line("NUT", 1) with { ExpectedVersion = 7 },
            World.Line("DRAFT", 1, "B1", "SUPPLIER") with { Cost = Cost.Zero }) with
        {
            Effective = Times.Minute(60),
            Reason = "NONE",
        };

        var errors = _world.Harness.Refuse(command);

        Assert.Equal(
            [
                "Invalid.Quantity lines[1].quantity",
                "Invalid.Step lines[2].quantity",
                "Invalid.Cost lines[4].cost",
                "Invalid.Location lines[1].from",
                "Invalid.Movement lines[3].from",
                "Invalid.Movement lines[4].to",
                "Invalid.ForServiceItem lines[1].sku",
                "Invalid.Reason reason",
                "Invalid.Time effective",
                "NotFound.Sku lines[0].sku",
                "NotFound.Location lines[2].from",
                "NotFound.Code lines[2].owner",
                "Conflict.Lifecycle lines[4].sku",
                "Conflict.Version lines[3].expectedVersion",
            ],
            errors.Select(error => $"{error.Code} {error.Target}"));
    }

    [Fact]
    public void AllShortages_OfACommand_AreReportedTogether()
    {
        _world.Post(_world.Receipt("NUT", 5));
        _world.Post(_world.Receipt("RICE", 1));

        var errors = _world.Harness.Refuse(_world.Movement(
            MovementKind.Issue,
            World.Line("NUT", 4, "B1"), World.Line("RICE", 2, "B1"), World.Line("NUT", 2, "B1"), World
                .Line("NUT", 1, "B2")));

        Assert.All(errors, error => Assert.Equal(ErrorCodes.Insufficient, error.Code));
        Assert.Equal([("6 ea", "5 ea"), ("2 kg", "1 kg"), ("1 ea", "0 ea")], errors
            .Select(error => (error.Actual, error.Allowed)));
    }

    [Fact]
    public void LinesBeforeACountAndLinesShort_AreReportedTogether()
    {
        _world.Post(_world.Receipt("NUT", 5) with { Effective = Times.Minute(-60) });
        _world.Post(_world.Count("NUT", 5) with { Effective = Times.Minute(-30) });

        var errors = _world.Harness.Refuse(
            _world.Movement(MovementKind.Issue, World.Line("NUT", 1, "B1"), World.Line("NUT", 1, "B2")) with
            {
                Effective = Times.Minute(-40),
            });

        Assert.Equal([ErrorCodes.Insufficient, ErrorCodes.Counted], errors.Select(error => error.Code));
    }

    [Fact]
    public void OneBadLine_StopsAll()
    {
        _world.Post(_world.Receipt("NUT", 5));

        _world.Refuse(
            _world.Movement(MovementKind.Issue, World.Line("NUT", 5, "B1"), World.Line("NUT", 1, "B1")),
                ErrorCodes.Insufficient);

        Assert.Equal(5, _world.OnHand("NUT"));
    }

    [Fact]
    public void WhatComesIn_CannotGoOutByTheSameCommand()
    {
        var swap = _world.Movement(
            MovementKind.Adjustment, World.Line("NUT", 5, to: "B1") with { Cost = Cost.Zero }, World
                .Line("NUT", 5, "B1", "LOSS"));

        _world.Refuse(swap, ErrorCodes.Insufficient);
    }

    [Fact]
    public void Lines_AreNumberedAndSequencedInTheirOrder()
    {
        var receipt = _world.Movement(
            MovementKind.Receipt,
            World.Line("NUT", 1, to: "B1") with { Cost = Cost.Zero },
            World.Line("RICE", 1, to: "B1") with { Cost = Cost.Zero },
            World.Line("NUT", 1, to: "B2") with { Cost = Cost.Zero });

        var entries = _world.Post(receipt).Entries;

        Assert.Equal([0, 1, 2], entries.Select(entry => entry.Line));
        Assert.Equal([1, 1, 2], entries.Select(entry => entry.Sequence));
    }

    [Property(MaxTest = 150, Arbitrary = [typeof(Steps)])]
    public void SplittingAndReorderingLines_ChangesNoOutcome(Step[] steps, Step shape)
    {
        var (whole, parted) = (new World().WithGrade(), new World().WithGrade());
        foreach (var command in RandomCommands.From(steps))
        {
            Assert.Equal(whole.Harness.Send(command).Posted is null, parted.Harness.Send(command).Posted is null);
        }

        var movement = AnyMovement(whole, shape);
        var rearranged = movement with { Lines = Rearranged(movement.Lines, shape.Extra) };

        var (expected, actual) = (whole.Harness.Send(movement), parted.Harness.Send(rearranged));

        Assert.Equal(expected.Posted is null, actual.Posted is null);
        Assert.Equal(Kinds(expected), Kinds(actual));
        Assert.Equal(expected.Posted?.Reply.AtRisk ?? [], actual.Posted?.Reply.AtRisk ?? []);
        Assert.Equal(Quantities(whole), Quantities(parted));
        Assert.Equal(whole.Ledger.Positions.Values.ToHashSet(), [.. parted.Ledger.Positions.Values]);
    }

    private static PostMovement AnyMovement(World world, Step shape)
    {
        var kind = (shape.Op % 5) switch
        {
            0 => MovementKind.Issue,
            1 => MovementKind.Transfer,
            2 => MovementKind.Scrap,
            3 => MovementKind.StatusChange,
            _ => MovementKind.Adjustment,
        };
        string[] places = ["B1", "B2", "OPEN", "LIMIT", "SHOP"];
        var lines = Enumerable.Range(0, 1 + shape.Sku % 4).Select(i => World.Line(
            "NUT", 1 + (shape.Quantity >> i) % 7, places[(shape.From + i * shape.To) % 5],
            kind == MovementKind.Transfer ? places[(shape.From + i * shape.To + 1 + i % 2) % 5] : null) with
        {
            ToStatus = kind == MovementKind.StatusChange || shape.Back % 3 == 0 && kind == MovementKind.Transfer
                ? StockStatus.Damaged
                : StockStatus.Available,
        });
        return world.Movement(kind, [.. lines]) with
        {
            Effective = shape.Back % 4 == 0 ? Times.Minute(0) + NodaTime.Duration.FromSeconds(shape.Back % 30) : null,
            AfterCount = CountedPolicy.Compensate,
        };
    }

    private static List<MovementLine> Rearranged(IReadOnlyList<MovementLine> lines, int seed)
    {
        var parts = lines.SelectMany(line => line.Quantity.Amount > 1
            ? new[] { line with { Quantity = line.Quantity - Quantity.Each(1) },
                line with { Quantity = Quantity.Each(1) } }
            : [line]).ToArray();
        new Random(seed).Shuffle(parts);
        return [.. parts];
    }

    private static string Kinds(Outcome outcome) => string.Join(
        "; ",
        (outcome.Refused ?? []).Select(error => $"{error.Code} {error.Actual} {error.Allowed}").Distinct()
            .Order(StringComparer.Ordinal));

    private static IEnumerable<(Inventory.Ledger.Spot Spot, long Quantity)> Quantities(World world) =>
        world.Ledger.Balances.Values
        .Where(row => row.Quantity != 0)
        .Select(row => (row.Spot, row.Quantity))
        .OrderBy(row => row.Spot.ToString(), StringComparer.Ordinal);
}
