using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Core.Tests.Support;
using Inventory.Movements;
using Inventory.TestSupport;
using Inventory.Valuation;

namespace Inventory.Core.Tests.Decisions;

[Capability("MOV-03")]
public sealed class ReversalTests
{
    private readonly World _world = new();

    [Fact]
    public void Reversal_SwapsTheSidesAndKeepsCostAndLink()
    {
        var receipt = _world.Receipt("NUT", 10, total: 25);
        var original = Assert.Single(_world.Post(receipt).Entries);

        var entry = Assert.Single(_world.Post(_world.Reverse(receipt)).Entries);

        Assert.Equal(MovementKind.Reversal, entry.Kind);
        Assert.Equal((original.To, original.From, original.Quantity), (entry.From, entry.To, entry.Quantity));
        Assert.Equal((original.Sequence, original.Effective), (entry.Reverses, entry.ReversesEffective));
        Assert.Equal((original.Cost, original.Line), (entry.Cost, entry.Line));
        Assert.Equal(0, _world.OnHand("NUT"));
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void Reversal_OfAllLines_UndoesEachOfThem()
    {
        var receipt = _world.Movement(
            MovementKind.Receipt,
            World.Line("NUT", 3, to: "B1") with { Cost = Cost.Total(1), DocumentLine = 10 },
            World.Line("RICE", 2.5m, to: "B2") with { Cost = Cost.Total(2), DocumentLine = 20 });
        _world.Post(receipt);

        var entries = _world.Post(_world.Reverse(receipt)).Entries;

        Assert.Equal([(0, 10), (1, 20)], entries.Select(entry => (entry.Line, entry.DocumentLine)));
        Assert.Equal((0, 0), (_world.OnHand("NUT"), _world.OnHand("RICE", "B2")));
    }

    [Fact]
    public void Reversal_OfOneSkuPartly_LeavesTheOthersOfTheCommandWhole()
    {
        // Both entries are the first of their SKU at one instant: only the SKU tells them apart.
        var receipt = _world.Movement(
            MovementKind.Receipt,
            World.Line("NUT", 3, to: "B1") with { Cost = Cost.Total(1) },
            World.Line("RICE", 2, to: "B1") with { Cost = Cost.Total(2) });
        _world.Post(receipt);
        _world.Post(_world.Reverse(receipt, line: 0, quantity: Quantity.Each(2)));

        _world.Post(_world.Reverse(receipt));

        Assert.Equal((0, 0), (_world.OnHand("NUT"), _world.OnHand("RICE")));
    }

    [Theory]
    [InlineData(CostMethod.Fifo)]
    [InlineData(CostMethod.MovingAverage)]
    public void Reversal_InParts_CostsWhatTheOriginalDid(CostMethod method)
    {
        var world = new World(new HarnessOptions(method, CostScale: 2));
        world.Post(world.Receipt("NUT", 7, total: 10));
        var issue = world.Issue("NUT", 7);
        Assert.Equal(1_000, world.Post(issue).Reply.Entries[0].Cost);

        var costs = new[] { 1, 2, 1, 3 }
            .Select(part => world.Reverse(issue, 0, Quantity.Each(part)))
            .Select(reversal => Assert.Single(world.Post(reversal).Reply.Entries).Cost);

        // Cut at 1/7, 3/7, 4/7 and 7/7 of 10.00: 1.43, 4.29, 5.71 and 10.00.
        Assert.Equal([143, 286, 142, 429], costs);
        Assert.Equal(7, world.OnHand("NUT"));
        Assert.Equal(1_000, world.Harness.Stock.FindSku(world.SkuNumber("NUT"))!.Book!.State.Value);
    }

    [Property(MaxTest = 40)]
    public void Parts_OfAReversal_SumToTheOriginal(byte[] parts, uint total)
    {
        var world = new World();
        var quantity = parts.Sum(part => part % 5 + 1) + 1;
        var receipt = world.Receipt("NUT", quantity, total: total / 10_000m);
        world.Post(receipt);

        var reversals = parts
            .Select(part => world.Reverse(receipt, 0, Quantity.Each(part % 5 + 1)))
            .Append(world.Reverse(receipt))
            .SelectMany(reversal => world.Post(reversal).Entries)
            .ToList();

        Assert.Equal(quantity, reversals.Sum(entry => entry.Quantity));
        Assert.Equal(total, reversals.Sum(entry => entry.Cost));
        Invariants.Check(world.Ledger);
    }

    [Fact]
    public void Reversal_OfMoreThanIsLeft_IsRefused()
    {
        var receipt = _world.Receipt("NUT", 10);
        _world.Post(receipt);
        _world.Post(_world.Reverse(receipt, 0, Quantity.Each(4)));

        var error = _world.Refuse(_world.Reverse(receipt, 0, Quantity.Each(7)), ErrorCodes.AlreadyReversed);

        Assert.Equal(("quantity", "7 ea", "6 ea"), (error.Target, error.Actual, error.Allowed));
        _world.Post(_world.Reverse(receipt, 0, Quantity.Each(6)));
        Assert.Equal("original", _world.Refuse(_world.Reverse(receipt), ErrorCodes.AlreadyReversed).Target);
    }

    [Fact]
    public void Reversal_OfACountThatFoundTheBookRight_IsRefused()
    {
        var count = _world.Count("NUT", 0);
        _world.Post(count);

        _world.Refuse(_world.Reverse(count), ErrorCodes.AlreadyReversed);
        _world.Refuse(_world.Reverse(count, 0, Quantity.Each(1)), ErrorCodes.AlreadyReversed);
    }

    [Fact]
    public void Part_InAnotherUnit_IsConverted()
    {
        var receipt = _world.Receipt("NUT", 30);
        _world.Post(receipt);

        _world.Post(_world.Reverse(receipt, 0, new Quantity(2, "box")));

        Assert.Equal(6, _world.OnHand("NUT"));
    }

    [Fact]
    public void Part_ThatIsNoQuantity_IsRefusedOnce()
    {
        var receipt = _world.Receipt("NUT", 10);
        _world.Post(receipt);

        _world.Refuse(_world.Reverse(receipt, 0, Quantity.Each(0)), ErrorCodes.InvalidQuantity);
        _world.Refuse(_world.Reverse(receipt, 0, Quantity.Each(-1)), ErrorCodes.InvalidQuantity);
        _world.Refuse(_world.Reverse(receipt, 0, Quantity.Each(0.5m)), ErrorCodes.InvalidStep);
        _world.Refuse(_world.Reverse(receipt, 0, new Quantity(1, "kg")), ErrorCodes.InvalidConversion);
        _world.Refuse(_world.Reverse(receipt, 0, default(Quantity)), ErrorCodes.InvalidQuantity);
    }

    [Fact]
    public void Part_WithoutALine_IsRefused()
    {
        var receipt = _world.Receipt("NUT", 10);
        _world.Post(receipt);

        Assert.Equal("line", _world
            .Refuse(_world.Reverse(receipt, null, Quantity.Each(1)), ErrorCodes.InvalidField).Target);
    }

    [Fact]
    public void Original_ThatIsUnknownOrMovedNothing_IsRefused()
    {
        var receipt = _world.Receipt("NUT", 10);
        _world.Post(receipt);
        var reason = new DefineReason(_world.Key(), "NEW");
        _world.Post(reason);

        Assert.Equal("original", _world
            .Refuse(new ReverseMovement(_world.Key(), "nobody"), ErrorCodes.CommandNotFound).Target);
        Assert.Equal("original", _world
            .Refuse(new ReverseMovement(_world.Key(), reason.Key), ErrorCodes.CommandNotFound).Target);
        Assert.Equal("line", _world.Refuse(_world.Reverse(receipt, 1), ErrorCodes.CommandNotFound).Target);
        Assert.Equal("original", _world
            .Refuse(new ReverseMovement(_world.Key(), new CommandKey("")), ErrorCodes.InvalidKey).Target);
    }

    [Fact]
    public void Goods_ThatHaveMovedOn_AreNotTakenBack()
    {
        var receipt = _world.Receipt("NUT", 10);
        _world.Post(receipt);
        _world.Post(_world.Issue("NUT", 4));

        var error = _world.Refuse(_world.Reverse(receipt), ErrorCodes.Insufficient);

        Assert.Equal(("10 ea", "6 ea"), (error.Actual, error.Allowed));
        _world.Post(_world.Reverse(receipt, 0, Quantity.Each(6)));
    }

    [Fact]
    public void Reversal_BeforeItsOriginal_IsRefused()
    {
        _world.Post(_world.Receipt("NUT", 5) with { Effective = Times.Minute(-10) });
        var issue = _world.Issue("NUT", 5) with { Effective = Times.Minute(-5) };
        _world.Post(issue);

        _world.Refuse(_world.Reverse(issue) with { Effective = Times.Minute(-6) }, ErrorCodes.InvalidTime);
        _world.Post(_world.Reverse(issue) with { Effective = Times.Minute(-5) });
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void Reversal_CanItselfBeReversed()
    {
        _world.Post(_world.Receipt("NUT", 10, total: 30));
        var issue = _world.Issue("NUT", 4);
        _world.Post(issue);
        var back = _world.Reverse(issue);
        _world.Post(back);

        var again = _world.Post(_world.Reverse(back));

        Assert.Equal(6, _world.OnHand("NUT"));
        Assert.Equal(120_000, Assert.Single(again.Reply.Entries).Cost);
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void Lot_GoesBackWithItsUnits()
    {
        var receipt = _world.Receipt("MILK", 10, lot: "A");
        _world.Post(receipt);
        _world.Harness.Forget();

        var entry = Assert.Single(_world.Post(_world.Reverse(receipt)).Entries);

        Assert.Equal(1, entry.From.Lot);
        Assert.Equal(0, Assert.Single(_world.Ledger.Lots.Values).OnHand);
    }

    [Theory]
    [InlineData(Lifecycle.PhaseOut, true)]
    [InlineData(Lifecycle.Discontinued, true)]
    [InlineData(Lifecycle.Blocked, false)]
    [Capability("CAT-16")]
    public void Lifecycle_AllowsReversals(Lifecycle lifecycle, bool isAllowed)
    {
        var receipt = _world.Receipt("NUT", 10);
        _world.Post(receipt);
        _world.Post(new ChangeLifecycle(_world.Key(), "NUT", lifecycle));

        var outcome = _world.Harness.Send(_world.Reverse(receipt));

        Assert.Equal(isAllowed, outcome.Posted is not null);
        Assert.Equal(!isAllowed, outcome.Refused is [{ Target: "original" } error]
            && error.Code == ErrorCodes.Lifecycle);
    }

    [Fact]
    [Capability("LOT-02")]
    public void Serial_ThatCameBackAnotherWay_DoesNotComeBackTwice()
    {
        _world.Post(_world.Receipt("PHONE", 1, lot: "S1"));
        var issue = _world.Issue("PHONE", 1, lot: "S1");
        _world.Post(issue);
        _world.Post(_world.Movement(MovementKind.Return, World
            .Line("PHONE", 1, to: "B1") with { Lot = "S1", Cost = Cost.Total(1) }));

        Assert.Equal("S1", _world.Refuse(_world.Reverse(issue), ErrorCodes.SerialState).Actual);
        Invariants.Check(_world.Ledger);
    }
}
