using Inventory.Core.Tests.Support;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Decisions;

/// <summary>A fact that is effective before a count is refused or compensated: the counted stock stands.</summary>
[Capability("MOV-08")]
public sealed class CountedStockTests
{
    private readonly World _world = new();

    public CountedStockTests()
    {
        _world.Post(_world.Receipt("NUT", 10) with { Effective = Times.Minute(-60) });
        _world.Post(_world.Count("NUT", 6) with { Effective = Times.Minute(-30) });
    }

    [Fact]
    public void FactBeforeTheCount_IsRefusedByDefault()
    {
        var error = _world.Refuse(_world.Issue("NUT", 1) with { Effective = Times.Minute(-40) }, ErrorCodes.Counted);

        Assert.Equal(("effective", "2026-01-05T11:20:00Z", "after 2026-01-05T11:30:00Z"),
            (error.Target, error.Actual, error.Allowed));
        _world.Refuse(_world.Receipt("NUT", 1) with { Effective = Times.Minute(-40) }, ErrorCodes.Counted);
        _world.Post(_world.Issue("NUT", 1) with { Effective = Times.Minute(-30) });
        _world.Post(_world.Receipt("NUT", 1, "B2") with { Effective = Times.Minute(-40) });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Compensation_IsTheOppositeAtTheInstantOfTheCount(bool isReceipt)
    {
        var movement = isReceipt ? _world.Receipt("NUT", 2) : _world.Issue("NUT", 2);

        var entries = _world.Post(Late(movement)).Entries;

        Assert.Equal(2, entries.Count);
        var (fact, opposite) = (entries[0], entries[1]);
        Assert.Equal((movement.Kind, MovementKind.Count), (fact.Kind, opposite.Kind));
        Assert.Equal((Micros.Floor(Times.Minute(-40)), Micros.Floor(Times.Minute(-30))),
            (fact.Effective, opposite.Effective));
        Assert.Equal((2, 2, 0), (fact.Quantity, opposite.Quantity, opposite.Line));
        Assert.Equal(isReceipt ? fact.To : fact.From, isReceipt ? opposite.From : opposite.To);
        Assert.Equal("LOSS", _world.Ledger.Locations[isReceipt ? opposite.To.Place : opposite.From.Place].Code);
        Assert.Null(opposite.Cost);
        Assert.Null(opposite.Counted);
        Assert.Equal(6, _world.OnHand("NUT"));
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void LateIssue_OfWhatIsGoneNow_IsCompensated()
    {
        _world.Post(_world.Issue("NUT", 6));

        // At the time ten lay there: that the shelf is empty now does not matter, because the count stands between.
        _world.Post(Late(_world.Issue("NUT", 9)));

        Assert.Equal(0, _world.OnHand("NUT"));
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void LateIssue_OfMoreThanLayThere_IsRefused()
    {
        _world.Post(_world.Receipt("NUT", 100));

        var error = _world.Refuse(Late(_world.Issue("NUT", 11)), ErrorCodes.Insufficient);

        Assert.Equal("10 ea", error.Allowed);
    }

    [Fact]
    public void WhatComesAfterTheCount_IsOfNoConcern()
    {
        // The dip to two lies after the count, which the late issue does not reach.
        _world.Post(_world.Issue("NUT", 4) with { Effective = Times.Minute(-20) });
        _world.Post(_world.Receipt("NUT", 50) with { Effective = Times.Minute(-10) });

        _world.Post(Late(_world.Issue("NUT", 8)));

        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void Compensation_DoesNotTouchPromises()
    {
        _world.Post(new ReserveStock(_world.Key(), "NUT", "WH", Quantity.Each(6)));

        _world.Post(Late(_world.Issue("NUT", 3)));
        _world.Post(Late(_world.Receipt("NUT", 3)));

        Assert.Equal((6, 0), (_world.OnHand("NUT"), _world.Position("NUT").Available));
    }

    [Fact]
    public void Transfer_FromACountedPlace_BringsUnitsIn()
    {
        var entries = _world.Post(Late(_world.Transfer("NUT", 2))).Entries;

        Assert.Equal(2, entries.Count);
        Assert.Equal((6, 2), (_world.OnHand("NUT"), _world.OnHand("NUT", "B2")));
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void Transfer_BetweenTwoCountedPlaces_ChangesNeither()
    {
        _world.Post(_world.Count("NUT", 1, "B2") with { Effective = Times.Minute(-20) });

        var entries = _world.Post(Late(_world.Transfer("NUT", 2))).Entries;

        Assert.Equal([-40, -30, -20], entries.Select(entry => (entry.Effective - Times.Start) / Harness.Second / 60));
        Assert.Equal((6, 1), (_world.OnHand("NUT"), _world.OnHand("NUT", "B2")));
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void Transfer_IntoACountedPlace_TakesPromisedUnitsFromThePool()
    {
        _world.Post(_world.Receipt("NUT", 5, "B2") with { Effective = Times.Minute(-59) });
        _world.Post(new ReserveStock(_world.Key(), "NUT", "WH", Quantity.Each(11)));

        // From B2, which was not counted, into B1, which was: B1 keeps its six, so the pool would lose two of its
        // eleven.
        var error = _world.Refuse(Late(_world.Transfer("NUT", 2, "B2", "B1")), ErrorCodes.Insufficient);

        Assert.Contains("are promised", error.Message, StringComparison.Ordinal);
        Assert.Equal((5, 6), (_world.OnHand("NUT", "B2"), _world.OnHand("NUT")));
    }

    [Fact]
    public void Reversal_BeforeACount_IsRefused()
    {
        var receipt = _world.Receipt("NUT", 5, "B2") with { Effective = Times.Minute(-50) };
        _world.Post(receipt);
        _world.Post(_world.Count("NUT", 5, "B2") with { Effective = Times.Minute(-10) });

        _world.Refuse(_world.Reverse(receipt) with { Effective = Times.Minute(-20) }, ErrorCodes.Counted);
        _world.Post(_world.Reverse(receipt));
    }

    [Fact]
    public void Counts_AreKeptPerSpot()
    {
        _world.Post(_world.Movement(
            MovementKind.Opening, World
                .Line("NUT", 3, to: "B1") with
            { ToStatus = StockStatus.Damaged, Cost = Cost.Zero }) with
        {
            Effective = Times.Minute(-40),
        });

        Assert.Equal(3, _world.OnHand("NUT", "B1", StockStatus.Damaged));
    }

    private static PostMovement Late(PostMovement movement) =>
        movement with { Effective = Times.Minute(-40), AfterCount = CountedPolicy.Compensate };
}
