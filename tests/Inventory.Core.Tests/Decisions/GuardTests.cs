using Inventory.Core.Tests.Support;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Decisions;

/// <summary>
/// What a batch asks the store to check: enough to stop a promise from being broken, and nothing that was allowed.
/// </summary>
[Capability("MOV-08")]
public sealed class GuardTests
{
    private readonly World _world = new();

    [Fact]
    public void Issue_LeavesNothingPromisedMissing()
    {
        _world.Post(_world.Receipt("NUT", 10));

        Assert.Equal(0, Guard(_world.Issue("NUT", 4)));
    }

    [Fact]
    public void Receipt_IsNotGuarded() => Assert.Null(Guard(_world.Receipt("NUT", 4)));

    [Fact]
    public void Guard_MovesAlongWithWhatFollows()
    {
        _world.Post(_world.Receipt("NUT", 10));

        // After the issue nothing may be missing; the five that come then must be there at the end.
        Assert.Equal(5, Guard(_world.Issue("NUT", 4), _world.Receipt("NUT", 5)));

        // What came before does not matter to the issue, and the stricter of two guards stands.
        Assert.Equal(0, Guard(_world.Receipt("NUT", 5), _world.Issue("NUT", 4)));
        Assert.Equal(0, Guard(_world.Issue("NUT", 1), _world.Issue("NUT", 1)));
        Assert.Equal(3, Guard(_world.Issue("NUT", 4), _world.Receipt("NUT", 5), _world.Issue("NUT", 2)));
    }

    [Fact]
    public void Reservation_IsGuardedAndARelease_IsNot()
    {
        _world.Post(_world.Receipt("NUT", 10));
        var reserve = new ReserveStock(_world.Key(), "NUT", "WH", Quantity.Each(4));

        Assert.Equal(0, Guard(reserve));
        Assert.Null(Guard(new ReleaseReservation(_world.Key(), reserve.Key)));
    }

    [Fact]
    public void MoveInsideAPool_OfPromisedUnits_IsNotGuarded()
    {
        _world.Post(_world.Receipt("NUT", 10));
        _world.Post(new ReserveStock(_world.Key(), "NUT", "WH", Quantity.Each(10)));

        Assert.Null(Guard(_world.Transfer("NUT", 6)));
        Assert.Equal(6, _world.OnHand("NUT", "B2"));
    }

    [Fact]
    public void MoveToAnotherPool_IsGuardedWhereItLeaves()
    {
        _world.Post(_world.Receipt("NUT", 10));

        Assert.Equal(0, Guard(_world.Transfer("NUT", 6, "B1", "SHOP")));
    }

    [Fact]
    public void StatusChange_IsGuardedWhereUnitsStopBeingSellable()
    {
        _world.Post(_world.Receipt("NUT", 10));
        var withheld = World.Line("NUT", 3, "B1") with { ToStatus = StockStatus.Withheld };
        var freed = World.Line("NUT", 2, "B1") with { FromStatus = StockStatus.Withheld };
        var broken = World.Line("NUT", 1, "B1") with { ToStatus = StockStatus.Damaged };

        Assert.Equal(0, Guard(_world.Movement(MovementKind.StatusChange, withheld)));
        Assert.Null(Guard(_world.Movement(MovementKind.StatusChange, freed)));
        Assert.Null(Guard(_world.Movement(MovementKind.StatusChange, broken)));
    }

    [Fact]
    public void Issue_FromAPoolThatIsOverdrawnElsewhere_IsNotGuarded()
    {
        _world.Post(_world.Receipt("NUT", 3));
        _world.Post(_world.Issue("NUT", 8, "OPEN"));

        // The pool is short of five that nobody was promised; the three in the bin are there all the same.
        Assert.Null(Guard(_world.Issue("NUT", 3)));
        Assert.Equal(-8, _world.Position("NUT").Available);
    }

    [Fact]
    public void Truths_AreNotGuarded()
    {
        _world.Post(_world.Receipt("NUT", 10));
        _world.Post(new ReserveStock(_world.Key(), "NUT", "WH", Quantity.Each(10)));

        Assert.Null(Guard(_world.Scrap("NUT", 2)));
        Assert.Null(Guard(_world.Count("NUT", 1)));
    }

    [Fact]
    public void PromiseMadeMeanwhile_MakesTheGuardFail()
    {
        _world.Post(_world.Receipt("NUT", 10));
        _world.Post(_world.Issue("NUT", 1));
        var stale = _world.Harness.Stock;

        // Somebody else promises eight of the nine; the stock that decides does not know it.
        var other = new Stock(_world.Ledger.State, _world.Ledger.Books);
        MemoryLoader.LoadEverything(_world.Ledger, other, _world.Harness.Now);
        Write(other, new ReserveStock(_world.Key(), "NUT", "WH", Quantity.Each(8)));

        var failure = Assert.ThrowsAny<Exception>(() => Write(stale, _world.Issue("NUT", 2)));
        Assert.Contains("-1 would be available", failure.Message, StringComparison.Ordinal);
        Write(stale, _world.Issue("NUT", 1), again: true);
    }

    private void Write(Stock stock, Inventory.Commands.Command command, bool again = false)
    {
        var now = _world.Harness.Now += Harness.Second;
        if (again)
        {
            stock.Reset(_world.Ledger.State);
            MemoryLoader.LoadEverything(_world.Ledger, stock, now);
        }

        var batch = new CommitBatch(now, _world.Ledger.State.CatalogVersion);
        stock.Apply(Decider.Decide(stock, command, new Moment(now, 0)).Posted!, batch);
        batch.Complete(stock);
        _world.Ledger.Write(batch);
    }

    /// <summary>Sends commands in one batch and returns what it asks of the one pool of the warehouse.</summary>
    private long? Guard(params IReadOnlyList<Inventory.Commands.Command> commands)
    {
        // Everything is loaded before, so that the batch is not cut.
        _world.Harness.Forget();
        MemoryLoader.LoadEverything(_world.Ledger, _world.Harness.Stock, _world.Harness.Now);
        PutEmptySpots();
        CommitBatch? seen = null;
        _world.Harness.Written = batch => seen = batch;
        Assert.All(_world.Harness.SendBatch(commands), outcome => Assert.NotNull(outcome.Posted));
        Assert.Equal(commands.Count, seen!.Changes.Count);
        return seen.Positions.SingleOrDefault(change => change.Key.Pool == PoolNumber()).AtLeast;
    }

    private void PutEmptySpots()
    {
        var window = _world.Harness.Stock.FindSku(_world.SkuNumber("NUT"))!;
        foreach (var place in _world.Ledger.Locations.Values.Where(place => place.IsOwn))
        {
            foreach (var status in new[] { StockStatus.Available, StockStatus.Damaged, StockStatus.Withheld })
            {
                var spot = new Spot(place.Number, 0, status);
                window.Put(_world.Ledger.Balances
                    .GetValueOrDefault((window.Sku.Number, spot), new Balance(window.Sku.Number, spot, 0, 0)));
            }

            var key = new PositionKey(place.Pool);
            window.Put(
                _world.Ledger.Positions.GetValueOrDefault(
                    (window.Sku.Number, key), new Position(window.Sku.Number, key, default)),
                _world.Ledger.DueOf(window.Sku.Number, key, _world.Harness.Now));
        }
    }

    private int PoolNumber() => _world.Ledger.Locations.Values.Single(location => location.Code == "WH").Number;
}
