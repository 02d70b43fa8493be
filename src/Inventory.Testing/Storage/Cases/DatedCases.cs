using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Reservations;
using NodaTime;

namespace Inventory.Testing.Storage.Cases;

internal sealed class DatedCases(StoreFixture fixture)
{
    private static readonly LocalDate Early = new(2026, 2, 1);
    private static readonly LocalDate Late = new(2026, 3, 1);

    private readonly Given _given = fixture.Given;
    private readonly PositionKey _pool = new(6);

    public async Task Supply_IsCountedByRemovalDay_UpToOne()
    {
        await ReceiveAsync().ConfigureAwait(false);

        Expect.Rows(
            [new DatedSupply(1, _pool, 20260201, 6), new DatedSupply(1, _pool, 20260301, 4)],
            await SupplyAsync(int.MaxValue).ConfigureAwait(false), "two lots of one day, and one of another");
        Expect.Rows(
            [new DatedSupply(1, _pool, 20260201, 6)], await SupplyAsync(20260228).ConfigureAwait(false),
            "up to the day before the other");
        Expect.Rows([], await SupplyAsync(20260131).ConfigureAwait(false), "up to the day before the first");
    }

    public async Task Supply_FollowsWhatIsSellable_AndIsRemovedAtZero()
    {
        await ReceiveAsync().ConfigureAwait(false);

        await fixture.Driver.CommitAsync(_given.Movement(
            MovementKind.StatusChange,
            new MovementLine(Given.DefaultSku, Quantity.Each(4))
            {
                From = Given.DefaultPlace,
                Lot = "L1",
                ToStatus = StockStatus.Damaged,
            })).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Issue(4, lot: "L2")).ConfigureAwait(false);

        Expect.Rows(
            [new DatedSupply(1, _pool, 20260201, 2)], await SupplyAsync(int.MaxValue).ConfigureAwait(false), "supply");
    }

    public async Task Supply_ThatWasOverdrawn_IsRemovedAtZero_Too()
    {
        await ReceiveAsync().ConfigureAwait(false);
        var open = _given.Site("OPEN") with { Negative = NegativeStock.Allow };
        await fixture.Driver.CommitAsync(open, _given.Issue(4, from: "OPEN", lot: "L1")).ConfigureAwait(false);
        var place = new PositionKey(7);
        Expect.Rows(
            [new DatedSupply(1, place, 20260201, -4)], await SupplyAsync(int.MaxValue, place).ConfigureAwait(false),
            "what is owed");

        await fixture.Driver.CommitAsync(_given.Receipt(4, to: "OPEN", lot: "L1")).ConfigureAwait(false);

        Expect.Rows([], await SupplyAsync(int.MaxValue, place).ConfigureAwait(false), "what is made good");
    }

    public async Task Needs_CountPromisesForADay_AndAreRemovedAtZero()
    {
        await ReceiveAsync().ConfigureAwait(false);
        var order = _given.Reserve(2) with { Kind = PromiseKind.Order, NeededBy = Early.PlusDays(-1) };
        await fixture.Driver.CommitAsync(order, _given.Reserve(1), _given.Reserve(1) with { NeededBy = Late })
            .ConfigureAwait(false);
        Expect.Rows(
            [new DatedNeed(1, _pool, 0, 20260131, 2), new DatedNeed(1, _pool, 0, 20260301, 1)],
            await NeedsAsync().ConfigureAwait(false), "two promises for days, beside one without");

        await fixture.Driver.CommitAsync(_given.Release(order.Key)).ConfigureAwait(false);

        Expect.Rows(
            [new DatedNeed(1, _pool, 0, 20260301, 1)], await NeedsAsync().ConfigureAwait(false), "one was given back");
    }

    public async Task Needs_ThatEnd_DoNotCountAfterwards_AndAreSettledByWhoWritesNext()
    {
        await ReceiveAsync().ConfigureAwait(false);
        var end = fixture.Driver.Now + 60_000_000;
        await fixture.Driver.CommitAsync(
            _given.Reserve(2) with { NeededBy = Early.PlusDays(-1), Until = Micros.ToInstant(end) })
            .ConfigureAwait(false);
        Expect.Equal(1, (await NeedsAsync(end - 1).ConfigureAwait(false)).Count, "rows before the end");
        Expect.Equal(0, (await NeedsAsync(end).ConfigureAwait(false)).Count, "rows at the end");

        fixture.Driver.Now = end;
        await fixture.Driver.CommitAsync(_given.Reserve(1)).ConfigureAwait(false);

        Expect.Equal(0, (await NeedsAsync(end - 1).ConfigureAwait(false)).Count, "rows once they are settled");
    }

    public async Task DatedPositions_AreThoseWithSupplyAndPromises()
    {
        await ReceiveAsync().ConfigureAwait(false);
        Expect.Equal(0, (await PositionsAsync().ConfigureAwait(false)).Count, "positions without promises");

        await fixture.Driver.CommitAsync(_given.Reserve(1)).ConfigureAwait(false);

        Expect.Rows(
            [(1, _pool)], (await PositionsAsync().ConfigureAwait(false)).Select(row => (row.Sku, row.Key)),
            "positions");
    }

    // Two lots of one removal day, one of another, and one that is never removed.
    private async Task ReceiveAsync()
    {
        await fixture.Driver.CommitAsync(_given.Sku(tracking: Tracking.Lot), _given.Site()).ConfigureAwait(false);
        var early = new LotDates
        {
            Produced = new LocalDate(2026, 1, 1),
            UseBy = Early.PlusDays(2),
            Removal = Early,
        };
        await fixture.Driver.CommitAsync(
            Receipt("L1", 4, early), Receipt("L2", 4, new LotDates { UseBy = Late }), Receipt("L3", 5, null),
            Receipt("L4", 2, new LotDates { Removal = Early })).ConfigureAwait(false);
    }

    private PostMovement Receipt(string lot, int units, LotDates? dates)
    {
        var receipt = _given.Receipt(units, lot: lot);
        return receipt with { Lines = [receipt.Lines[0] with { Dates = dates }] };
    }

    private Task<IReadOnlyList<DatedSupply>> SupplyAsync(int through, PositionKey? pool = null) =>
        fixture.ReadAsync(reader =>
            reader.GetDatedSupplyAsync([(2, pool ?? _pool, through), (1, pool ?? _pool, through)]));

    private Task<IReadOnlyList<DatedNeed>> NeedsAsync(long? now = null) => fixture.ReadAsync(reader =>
        reader.GetDatedNeedsAsync([(1, _pool), (1, new PositionKey(6, 1))], now ?? fixture.Driver.Now));

    private Task<IReadOnlyList<Position>> PositionsAsync() =>
        fixture.ReadAsync(reader => reader.GetDatedPositionsAsync());
}
