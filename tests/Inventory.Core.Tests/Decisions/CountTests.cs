using Inventory.Catalog;
using Inventory.Core.Tests.Support;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;
using Inventory.Valuation;

namespace Inventory.Core.Tests.Decisions;

/// <summary>A count asserts what was seen; its difference becomes a movement.</summary>
[Capability("MOV-02")]
public sealed class CountTests
{
    private readonly World _world = new();

    [Theory]
    [InlineData(7, "B1", "LOSS", 3)]
    [InlineData(12, "LOSS", "B1", 2)]
    public void Difference_GoesToOrFromTheLosses(int seen, string from, string to, int quantity)
    {
        _world.Post(_world.Receipt("NUT", 10));

        var entry = Assert.Single(_world.Post(_world.Count("NUT", seen)).Entries);

        Assert.Equal((from, to),
            (_world.Ledger.Locations[entry.From.Place].Code, _world.Ledger.Locations[entry.To.Place].Code));
        Assert.Equal((MovementKind.Count, quantity, seen), (entry.Kind, entry.Quantity, entry.Counted));
        Assert.Equal(seen, _world.OnHand("NUT"));
        Invariants.Check(_world.Ledger);
    }

    [Fact]
    public void Count_ThatFindsTheBookRight_KeepsTheSight()
    {
        _world.Post(_world.Receipt("NUT", 10));

        var entry = Assert.Single(_world.Post(_world.Count("NUT", 10)).Entries);

        Assert.Equal((0, 10), (entry.Quantity, entry.Counted));
        var balance = _world.Ledger.Balances.Values.Single(row => row.Quantity == 10);
        Assert.Equal(entry.Effective, balance.CountedAt);
        Assert.Equal(2, _world.Ledger.Heads[1].Sequence);
        Invariants.Check(_world.Ledger);
    }

    [Theory]
    [InlineData(CostMethod.Fifo)]
    [InlineData(CostMethod.MovingAverage)]
    [Capability("VAL-24")]
    public void Count_ThatFindsTheBookRight_ChangesNoValue(CostMethod method)
    {
        var world = new World(new HarnessOptions(method));
        world.Post(world.Receipt("NUT", 10, "OPEN", total: 20));
        var before = Book(world);

        var posted = world.Post(world.Count("NUT", 10, "OPEN") with { Cost = Cost.Total(5) });

        Assert.Null(Assert.Single(posted.Entries).Cost);
        Assert.Null(Assert.Single(posted.Reply.Entries).Cost);
        Assert.Equal(before, Book(world));

        // What is overdrawn afterwards still costs what the last receipt did.
        var issue = world.Post(world.Issue("NUT", 12, "OPEN"));
        Assert.Equal(240_000, Assert.Single(issue.Reply.Entries).Cost);
    }

    [Fact]
    [Capability("VAL-24")]
    public void Count_OfNothingAtNothing_LeavesNoValue()
    {
        var posted = _world.Post(_world.Count("NUT", 0) with { Cost = Cost.Total(5) });

        Assert.Null(Assert.Single(posted.Entries).Cost);
        Assert.Equal((0, 0), (Book(_world).Quantity, Book(_world).Value));
    }

    [Fact]
    public void Finds_CostWhatIsStatedOrTheRunningCost()
    {
        _world.Post(_world.Receipt("NUT", 10, total: 20));

        var stated = _world.Post(_world.Count("NUT", 12) with { Cost = Cost.PerUnit(3) });
        var running = _world.Post(_world.Count("NUT", 15));

        Assert.Equal(60_000, stated.Reply.Entries[0].Cost);
        Assert.Equal(65_000, running.Reply.Entries[0].Cost);
        Assert.Equal((60_000, null), (stated.Entries[0].Cost, running.Entries[0].Cost));
    }

    [Fact]
    public void Losses_IgnoreTheStatedCost()
    {
        _world.Post(_world.Receipt("NUT", 10, total: 20));

        var posted = _world.Post(_world.Count("NUT", 9) with { Cost = Cost.Total(100) });

        Assert.Equal((null, 20_000), (posted.Entries[0].Cost, posted.Reply.Entries[0].Cost));
    }

    [Fact]
    public void Count_IsOfItsStatusAndLotAlone()
    {
        _world.Post(_world.Receipt("MILK", 10, lot: "A"));
        _world.Post(_world.Receipt("MILK", 20, lot: "B"));

        _world.Post(_world.Count("MILK", 8, lot: "A"));
        _world.Post(_world.Count("MILK", 3, lot: "A") with { Status = StockStatus.Damaged });

        Assert.Equal((28, 3), (_world.OnHand("MILK"), _world.OnHand("MILK", "B1", StockStatus.Damaged)));
    }

    [Fact]
    public void Count_BeforeTheLastMovement_IsRefused()
    {
        _world.Post(_world.Receipt("NUT", 10));

        var error = _world.Refuse(_world.Count("NUT", 10) with { Effective = Times.Minute(-1) },
            ErrorCodes.InvalidTime);

        Assert.Equal(("effective", "2026-01-05T11:59:00Z", "at least 2026-01-05T12:00:01Z"),
            (error.Target, error.Actual, error.Allowed));
        _world.Post(_world.Count("NUT", 10) with { Effective = Micros.ToInstant(_world.Ledger.Heads[1].Effective) });
    }

    [Fact]
    public void Seen_MustBeAQuantity()
    {
        _world.Refuse(_world.Count("NUT", -1), ErrorCodes.InvalidQuantity);
        _world.Refuse(_world.Count("NUT", 0) with { Seen = default }, ErrorCodes.InvalidQuantity);
        _world.Refuse(_world.Count("NUT", 1.5m), ErrorCodes.InvalidStep);
        _world.Refuse(_world.Count("NUT", 1) with { Seen = new Quantity(1, "kg") }, ErrorCodes.InvalidConversion);
        Assert.Equal(24, _world.Post(_world.Count("NUT", 0) with { Seen = new Quantity(2, "box") }).Entries[0].Counted);
    }

    [Theory]
    [InlineData("LOSS")]
    [InlineData("SUPPLIER")]
    [InlineData("ZONE")]
    public void Place_WithoutStockOfOurs_IsRefused(string place) =>
        Assert.Equal("location", _world.Refuse(_world.Count("NUT", 1, place), ErrorCodes.InvalidLocation).Target);

    [Fact]
    public void Subject_MustBeGoodsInUse()
    {
        _world.Refuse(_world.Count("REPAIR", 1), ErrorCodes.InvalidForServiceItem);
        _world.Refuse(_world.Count("DRAFT", 1), ErrorCodes.Lifecycle);
        _world.Post(new ChangeLifecycle(_world.Key(), "NUT", Lifecycle.Blocked));
        _world.Post(_world.Count("NUT", 1));
    }

    [Fact]
    public void Count_StatesATruthThatPromisesDoNotStop()
    {
        _world.Post(_world.Receipt("NUT", 10));
        _world.Post(new ReserveStock(_world.Key(), "NUT", "WH", Quantity.Each(8)));

        Assert.Equal(0, _world.Post(_world.Count("NUT", 9)).Reply.AtRisk.Sum(risk => risk.Quantity.Amount));
        Assert.Equal(3, _world.Post(_world.Count("NUT", 5)).Reply.AtRisk.Sum(risk => risk.Quantity.Amount));
        Assert.Equal(4, _world.Post(_world.Count("NUT", 4)).Reply.AtRisk.Sum(risk => risk.Quantity.Amount));
        Assert.Equal(-4, _world.Position("NUT").Available);
    }

    private static BookState Book(World world)
    {
        MemoryLoader.LoadEverything(world.Ledger, world.Harness.Stock, world.Harness.Now);
        return world.Harness.Stock.FindSku(1)!.Book!.State;
    }
}
