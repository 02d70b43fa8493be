using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Reservations;

namespace Inventory.Testing.Storage.Cases;

internal sealed class AllocationCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Allocations_AreFoundByReservation_AndByGoods()
    {
        await BeginAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(Order("one", 4), Order("two", 2)).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(Allocate("one", 2, "BIN")).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(Allocate("one", 1, Given.DefaultPlace)).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(Allocate("two", 1, "BIN")).ConfigureAwait(false);

        Expect.Rows([(Main, 1L), (Bin, 2L)], await OfAsync("one").ConfigureAwait(false), "goods of a reservation");
        var bound = await fixture.ReadAsync(reader => reader.GetBoundAsync([(1, Bin), (1, Main), (2, Bin)]))
            .ConfigureAwait(false);
        Expect.Rows([1L, 2L, 1L], bound.Select(part => part.Units), "who is bound, the youngest first");
        var balances = await fixture.ReadAsync(reader => reader.GetBalancesAsync([(1, Bin), (1, Main)]))
            .ConfigureAwait(false);
        Expect.Set([(Bin, 3L), (Main, 1L)], balances.Select(balance => (balance.Spot, balance.Allocated)), "balances");

        await fixture.Driver.CommitAsync(new DeallocateReservation(_given.Key(), "one") { Location = "BIN" })
            .ConfigureAwait(false);
        Expect.Rows([(Main, 1L)], await OfAsync("one").ConfigureAwait(false), "goods that are left");
    }

    public async Task Picked_AreApartFromThoseThatAreNot()
    {
        await BeginAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(Order("one", 4)).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(Allocate("one", 2, "BIN")).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(Allocate("one", 2, Given.DefaultPlace)).ConfigureAwait(false);
        var pick = _given.Transfer(1, Given.DefaultPlace, "BIN");
        await fixture.Driver.CommitAsync(pick with { Lines = [pick.Lines[0] with { Reservation = "one" }] })
            .ConfigureAwait(false);

        var bound = await fixture.ReadAsync(reader => reader.GetBoundAsync([(1, Bin)])).ConfigureAwait(false);
        Expect.Rows([(false, 2L), (true, 1L)], bound.Select(part => (part.IsPicked, part.Units)), "goods in the bin");
        var facts = await fixture.StreamAsync(reader => reader.ReadPromisesAsync(1, 0)).ConfigureAwait(false);
        var last = facts[^1];
        Expect.Equal((Bin, true, 1L), (last.Spot!.Value, last.IsPicked, last.Allocated), "the last fact");
        Expect.That(last.Check == last.ComputeCheck(), "the fact is stored as it was hashed");
    }

    public async Task Goods_BoundMeanwhile_StopAMove()
    {
        await BeginAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(Order("one", 2)).ConfigureAwait(false);
        var issue = await fixture.PrepareAsync(_given.Issue(5, from: "BIN")).ConfigureAwait(false);
        fixture.Driver.Now = issue.Batch.Recorded;
        await fixture.Driver.CommitAsync(Allocate("one", 2, "BIN")).ConfigureAwait(false);

        await StoppedAsync(issue, "an issue of goods that an order is bound to").ConfigureAwait(false);
    }

    public async Task Leg_BoundMeanwhile_StopsAStep()
    {
        await BeginAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(Order("one", 2)).ConfigureAwait(false);
        var release = await fixture.PrepareAsync(_given.Release("one")).ConfigureAwait(false);
        fixture.Driver.Now = release.Batch.Recorded;
        await fixture.Driver.CommitAsync(Allocate("one", 2, "BIN")).ConfigureAwait(false);

        await StoppedAsync(release, "a release of what is bound by now").ConfigureAwait(false);
    }

    private static Spot Main => new(6, 0, StockStatus.Available);

    private static Spot Bin => new(7, 0, StockStatus.Available);

    private async Task BeginAsync() => await fixture.Driver.CommitAsync(
        _given.Sku(), _given.Site(), _given.Bin("BIN"),
        _given.Receipt(5), _given.Receipt(5, to: "BIN")).ConfigureAwait(false);

    private ReserveStock Order(string key, int units) =>
        _given.Reserve(units) with { Key = key, Kind = PromiseKind.Order };

    private AllocateReservation Allocate(CommandKey order, int units, string place) => new(_given.Key(), order)
    {
        Goods = [new AllocationLine(Given.DefaultSku, Quantity.Each(units), place)],
    };

    private async Task<List<(Spot Spot, long Units)>> OfAsync(CommandKey key)
    {
        var found = await fixture.ReadAsync(reader => reader.FindCommandsAsync([key])).ConfigureAwait(false);
        var bound = await fixture
            .ReadAsync(reader => reader.GetAllocationsAsync([(1, found[0].Commit, found[0].Ordinal)]))
            .ConfigureAwait(false);
        return [.. bound.Select(part => (part.Spot, part.Units))];
    }

    private Task StoppedAsync(PreparedBatch prepared, string what) => fixture.UnchangedAsync(
        async () => Expect.That(!await fixture.TryCommitAsync(prepared).ConfigureAwait(false), what
            + " is not written"), what);
}
