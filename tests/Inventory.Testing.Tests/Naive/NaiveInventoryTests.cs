using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.TestSupport;
using Inventory.Testing.Naive;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Testing.Tests.Naive;

/// <summary>Examples worked by hand: the model must be right before anything is held against it.</summary>
[Capability("MOV-01"), Capability("MOV-04"), Capability("MOV-13")]
public sealed class NaiveInventoryTests
{
    private readonly FakeClock _clock = new();
    private readonly Given _given = new();
    private readonly NaiveInventory _model = new(2);

    public NaiveInventoryTests()
    {
        Accept(_given.Sku());
        Accept(_given.Site());
    }

    [Fact]
    public void Fifo_TakesTheOldestFirst()
    {
        Accept(_given.Receipt(10, 2));
        Accept(_given.Receipt(10, 3));
        Accept(_given.Issue(15));

        Assert.Equal(15, Value(CostMethod.Fifo));
        Assert.Equal(12.5m, Value(CostMethod.MovingAverage));
    }

    [Fact]
    public void Parts_OfALayer_AddUpToIt()
    {
        Accept(Receipt(3, total: 10));
        Accept(_given.Issue(1));
        Assert.Equal(6.67m, Value(CostMethod.Fifo));
        Accept(_given.Issue(1));
        Assert.Equal(3.33m, Value(CostMethod.Fifo));
        Accept(_given.Issue(1));
        Assert.Equal(0, Value(CostMethod.Fifo));
        Assert.Equal(0, Value(CostMethod.MovingAverage));
    }

    [Fact]
    public void Ties_GoToTheEvenUnit()
    {
        Accept(Receipt(2, total: 0.05m));
        Accept(_given.Issue(1));

        // 2.5 hundredths each: 2 go out, 3 stay.
        Assert.Equal(0.03m, Value(CostMethod.Fifo));
        Assert.Equal(0.03m, Value(CostMethod.MovingAverage));
    }

    [Fact]
    public void SoldBeforeItCame_IsCostedProvisionally_ThenSettled()
    {
        Accept(_given.Site("OPEN") with { Negative = NegativeStock.Allow });
        Accept(_given.Receipt(1, 4));
        Accept(_given.Issue(1));
        Accept(_given.Issue(2, from: "OPEN"));
        Assert.Equal(-8, Value(CostMethod.Fifo));

        Accept(_given.Receipt(5, 6));

        Assert.Equal(18, Value(CostMethod.Fifo));
        Assert.Equal(18, Value(CostMethod.MovingAverage));
    }

    [Fact]
    public void LateReceipt_ChangesWhatLaterIssuesCost()
    {
        var early = _clock.Now;
        Accept(_given.Receipt(5, 10));
        Accept(_given.Issue(5));
        Assert.Equal(0, Value(CostMethod.Fifo));

        Accept(_given.Receipt(5, 1) with { Effective = early });

        Assert.Equal(50, Value(CostMethod.Fifo));
        Assert.Equal(27.5m, Value(CostMethod.MovingAverage));
    }

    [Fact]
    public void ReversedReceipt_TakesItsOwnLayer()
    {
        var second = _given.Receipt(5, 3);
        Accept(_given.Receipt(5, 1));
        Accept(second);

        Accept(_given.Reversal(second.Key));

        Assert.Equal(5, Value(CostMethod.Fifo));
        Assert.Equal(5, _model.OnHand("sku-1", "main"));
        Refuse(_given.Reversal(second.Key), "Conflict.AlreadyReversed");
    }

    [Fact]
    public void ReversedIssue_ComesBackAtWhatItCost()
    {
        var issue = _given.Issue(5);
        Accept(_given.Receipt(5, 1));
        Accept(issue);
        Accept(_given.Receipt(5, 3));

        Accept(_given.Reversal(issue.Key));

        Assert.Equal(20, Value(CostMethod.Fifo));
    }

    [Fact]
    public void Past_IsAskedByEffectiveAndByRecordedTime()
    {
        var morning = _clock.Now;
        Accept(_given.Receipt(10));
        var noon = _clock.Now;
        Accept(_given.Issue(2) with { Effective = noon });
        var evening = _clock.Now;

        Assert.Equal(0, _model.OnHand("SKU-1", "MAIN", asOf: morning));
        Assert.Equal(8, _model.OnHand("SKU-1", "MAIN", asOf: noon));
        Assert.Equal(10, _model.OnHand("SKU-1", "MAIN", asOf: noon, knownAt: noon));
        Assert.Equal(8, _model.OnHand("SKU-1", "MAIN", asOf: evening));
    }

    [Fact]
    public void LateIssue_MayBreakNoLaterInstant()
    {
        Accept(_given.Receipt(10));
        var between = _clock.Now;
        Accept(_given.Issue(8));
        Accept(_given.Receipt(10));

        Refuse(_given.Issue(3) with { Effective = between }, "Conflict.Insufficient");
        Accept(_given.Issue(2) with { Effective = between });
        Accept(_given.Issue(10));
    }

    [Fact]
    public void CountedStock_StandsUnlessCompensated()
    {
        Accept(_given.Receipt(10));
        var before = _clock.Now;
        Accept(_given.Count(7));
        Assert.Equal(7, _model.OnHand("SKU-1", "MAIN"));

        Refuse(_given.Issue(2) with { Effective = before }, "Conflict.Counted");
        Accept(_given.Issue(2) with { Effective = before, AfterCount = CountedPolicy.Compensate });

        Assert.Equal(7, _model.OnHand("SKU-1", "MAIN"));
        Assert.Equal(8, _model.OnHand("SKU-1", "MAIN", asOf: before));
    }

    [Fact]
    public void Promises_HoldUnitsBack()
    {
        var hold = _given.Reserve(6);
        Accept(_given.Receipt(10));
        Accept(hold);

        Assert.Equal(6, _model.Promised("SKU-1", "MAIN", _clock.Now).Held);
        Assert.Equal(4, _model.Available("SKU-1", "MAIN"));
        Refuse(_given.Reserve(5), "Conflict.Insufficient");
        Refuse(_given.Issue(5), "Conflict.Insufficient");
        Accept(_given.Release(hold.Key) with { Quantity = Quantity.Each(1) });
        Accept(_given.Issue(5));
        Refuse(_given.Release(hold.Key) with { Quantity = Quantity.Each(6) }, "Conflict.ReservationState");
    }

    [Fact]
    public void Serials_AreOneUnitAtOnePlace()
    {
        Accept(_given.Sku("S", Tracking.Serial));
        Accept(_given.Receipt(1, sku: "S", lot: "n-1"));

        Refuse(_given.Receipt(1, sku: "S", lot: "N-1"), "Conflict.SerialState");
        Refuse(_given.Receipt(2, sku: "S", lot: "N-2"), "Conflict.SerialState");
        Refuse(_given.Issue(1, sku: "S", lot: "N-3"), "NotFound.Lot");
        Accept(_given.Issue(1, sku: "S", lot: "N-1"));
        Refuse(_given.Issue(1, sku: "S", lot: "N-1"), "Conflict.SerialState");
    }

    [Fact]
    public void Lifecycle_SaysWhatMayMove()
    {
        Accept(_given.Receipt(5));
        Accept(new ChangeLifecycle(_given.Key(), "SKU-1", Lifecycle.PhaseOut));
        Refuse(_given.Receipt(5), "Conflict.Lifecycle");
        Accept(_given.Issue(1));
        Accept(new ChangeLifecycle(_given.Key(), "SKU-1", Lifecycle.Blocked));
        Refuse(_given.Issue(1), "Conflict.Lifecycle");
        Accept(_given.Count(3));
        Refuse(new ChangeLifecycle(_given.Key(), "SKU-1", Lifecycle.Draft), "Conflict.Lifecycle");
    }

    [Fact]
    public void SameKey_IsTheSameCommandOrNone()
    {
        var receipt = _given.Receipt(5);
        Accept(receipt);
        Accept(receipt);
        Refuse(receipt with { Kind = MovementKind.Opening }, "Conflict.IdempotencyMismatch");

        Assert.Equal(5, _model.OnHand("SKU-1", "MAIN"));
    }

    [Fact]
    public void MissingCost_AndEveryOtherError_AreToldTogether() => Refuse(
        _given.Movement(
            MovementKind.Receipt,
            new MovementLine("SKU-1", Quantity.Each(1)) { To = "MAIN" },
            new MovementLine("none", Quantity.Each(0)) { To = "nowhere", Cost = Cost.Zero }),
        "NotFound.Sku", "NotFound.Location", "Conflict.CostMissing");

    private decimal Value(CostMethod method) => _model.Value("SKU-1", method);

    private PostMovement Receipt(decimal quantity, decimal total) => _given.Movement(
        MovementKind.Receipt,
        new MovementLine("SKU-1", Quantity.Each(quantity)) { To = "MAIN", Cost = Cost.Total(total) });

    // Each command comes a minute after the one before it.
    private void Accept(Command command)
    {
        var answer = _model.Execute(command, _clock.Advance(Duration.FromMinutes(1)));
        Assert.True(answer.IsAccepted, $"{command}: {answer}");
    }

    private void Refuse(Command command, params string[] errors) =>
        Assert.Equal(errors, _model.Execute(command, _clock.Now).Errors.Select(error => error.Name));
}
