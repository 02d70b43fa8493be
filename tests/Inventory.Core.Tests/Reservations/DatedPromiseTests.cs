using Inventory.Commands;
using Inventory.Core.Tests.Support;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Core.Tests.Reservations;

/// <summary>Goods that go bad are promised for days on which they are still good, and not twice.</summary>
[Capability("QTY-11")]
[Capability("RES-13")]
public sealed class DatedPromiseTests
{
    private static readonly LocalDate Today = Times.Minute(0).InUtc().Date;

    private readonly World _world = new();

    // Four units go bad in three days, three in ten days.
    public DatedPromiseTests()
    {
        Receive("soon", 4, new LotDates { Removal = Today.PlusDays(3) });
        Receive("later", 3, new LotDates { UseBy = Today.PlusDays(12), Removal = Today.PlusDays(10) });
    }

    [Fact]
    public void WhatIsPastItsRemovalDay_IsNotPromised_WithoutAnythingThatRuns()
    {
        _world.At(Times.Minute(0) + Duration.FromDays(3));

        Assert.Equal("3 ea", _world.Refuse(Reserve(4), ErrorCodes.Insufficient).Allowed);
        _world.Post(Reserve(3));
    }

    [Fact]
    public void APromiseForADay_TakesGoodsThatAreStillGoodOnIt()
    {
        Assert.Equal("3 ea", _world.Refuse(Reserve(4, days: 3), ErrorCodes.Insufficient).Allowed);
        _world.Post(Reserve(2, days: 3));

        Assert.Equal("1 ea", _world.Refuse(Reserve(2, days: 9), ErrorCodes.Insufficient).Allowed);
        Assert.Equal("0 ea", _world.Refuse(Reserve(1, days: 10), ErrorCodes.Insufficient).Allowed);
        _world.Post(Reserve(5));
        _world.Refuse(Reserve(1), ErrorCodes.Insufficient);
    }

    [Fact]
    public void WhatPromisesForLaterDaysCountOn_DoesNotLeave()
    {
        _world.Post(Reserve(2, days: 5));

        var refused = _world.Refuse(_world.Issue("MILK", 2, lot: "later"), ErrorCodes.Insufficient);

        Assert.Equal("1 ea", refused.Allowed);
        _world.Post(_world.Issue("MILK", 1, lot: "later"));
        _world.Post(_world.Issue("MILK", 4, lot: "soon"));
        _world.Refuse(_world.Transfer("MILK", 1, "B1", "SHOP", lot: "later"), ErrorCodes.Insufficient);
        _world.Post(_world.Transfer("MILK", 1, lot: "later"));
    }

    [Fact]
    public void AnOrderForToday_DoesNotTakeWhatLaterOnesNeed()
    {
        var today = Reserve(4);
        _world.Post(today);
        _world.Post(Reserve(3, days: 5));

        _world.Refuse(Ship(today, 1, "later"), ErrorCodes.Insufficient);
        _world.Post(Ship(today, 4, "soon"));
    }

    [Fact]
    public void APlainTruth_NamesThePromisesThatNoGoodsAreLeftFor()
    {
        _world.Post(Reserve(1));
        var order = Reserve(3, days: 5);
        _world.Post(order);

        var posted = _world.Post(_world.Scrap("MILK", 2, lot: "later"));

        var risk = Assert.Single(posted.Reply.AtRisk);
        Assert.Equal((order.Key, Quantity.Each(2)), (risk.Reservation, risk.Quantity));
    }

    [Fact]
    public void WhoWaits_GetsWhatIsGoodWhenItIsNeeded()
    {
        _world.Post(Reserve(3, days: 5));
        var waiting = Reserve(2, days: 6) with { Kind = PromiseKind.Order, Shortage = Shortage.Backorder };
        _world.Post(waiting);

        _world.Post(Received("soon-2", 5, new LotDates { Removal = Today.PlusDays(4) }));
        Assert.Equal(2, _world.Position("MILK").Backordered);
        _world.Post(Received("late-2", 5, new LotDates { Removal = Today.PlusDays(7) }));
        Assert.Equal((0, 2), (_world.Position("MILK").Backordered, _world.Position("MILK").Committed));
    }

    [Fact]
    public void AHolder_IsNotBlockedByItsOwnHold_OfAnotherDay()
    {
        _world.Post(Reserve(3, days: 5) with { Holder = "me" });

        _world.Refuse(Reserve(3, days: 6), ErrorCodes.Insufficient);
        _world.Post(Reserve(3, days: 6) with { Holder = "me" });
    }

    private void Receive(string lot, int units, LotDates dates) => _world.Post(Received(lot, units, dates));

    private PostMovement Received(string lot, int units, LotDates? dates)
    {
        var receipt = _world.Receipt("MILK", units, lot: lot);
        return receipt with { Lines = [receipt.Lines[0] with { Dates = dates }] };
    }

    private ReserveStock Reserve(int units, int? days = null) => new(_world.Key(), "MILK", "WH", Quantity.Each(units))
    {
        NeededBy = days is { } later ? Today.PlusDays(later) : null,
    };

    private PostMovement Ship(Command reservation, int units, string lot)
    {
        var issue = _world.Issue("MILK", units, lot: lot);
        return issue with { Lines = [issue.Lines[0] with { Reservation = reservation.Key }] };
    }
}
