using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Lots;
using NodaTime;

namespace Inventory.Testing.Storage.Cases;

internal sealed class LotCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Lots_AreFoundByFoldedCode_AndByNumber()
    {
        await DefineAsync().ConfigureAwait(false);

        var byCode = await fixture
            .ReadAsync(reader => reader.FindLotsAsync([(1, "L-B"), (2, "L-A"), (2, "L-B"), (1, "l-a")]))
            .ConfigureAwait(false);
        var byNumber = await fixture.ReadAsync(reader => reader.GetLotsAsync([(1, 1), (1, 2), (1, 3), (2, 2)]))
            .ConfigureAwait(false);

        Expect.Set([Plain(1, 2, "l-b"), Plain(2, 1, "L-a")], byCode.Select(lot => lot.Lot), "lots by code");
        Expect.Set([Plain(1, 1, "l-a"), Plain(1, 2, "l-b")], byNumber.Select(lot => lot.Lot), "lots by number");
    }

    public async Task Lots_FollowWhatMovesThem()
    {
        await DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Issue(2, lot: "L-A"), _given.Transfer(1, "MAIN", "BIN") with
        {
            Lines = [new Movements
                .MovementLine(Given.DefaultSku, Quantity.Each(1)) { From = "MAIN", To = "BIN", Lot = "l-a" }],
        }).ConfigureAwait(false);

        var found = await fixture.ReadAsync(reader => reader.GetLotsAsync([(1, 1)])).ConfigureAwait(false);
        var head = await fixture.ReadAsync(reader => reader.GetHeadsAsync([1])).ConfigureAwait(false);

        Expect.Rows([new LotBalance(Plain(1, 1, "l-a"), 3, 4)], found, "the lot");
        Expect.Equal(2L, head[0].Lots, "how many lots the SKU has");
    }

    public async Task Lots_KeepTheDaysTheyCameInWith()
    {
        await DefineAsync().ConfigureAwait(false);
        var receipt = _given.Receipt(1, lot: "dated");
        var dates = new LotDates
        {
            Produced = new LocalDate(2025, 12, 1),
            BestBefore = new LocalDate(2026, 2, 1),
            UseBy = new LocalDate(2026, 3, 1),
            Removal = new LocalDate(2026, 1, 25),
            Alert = new LocalDate(2026, 1, 20),
        };
        await fixture.Driver.CommitAsync(receipt with { Lines = [receipt.Lines[0] with { Dates = dates }] })
            .ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Receipt(2, lot: "DATED")).ConfigureAwait(false);

        var found = await fixture.ReadAsync(reader => reader.FindLotsAsync([(1, "DATED")])).ConfigureAwait(false);

        Expect.Rows(
            [(new LotTerm(20260102, 20251201, 20260201, 20260301, 20260125, 20260120), 3L)],
            found.Select(lot => (lot.Lot.Term, lot.OnHand)), "the days of the lot");
    }

    public async Task Places_OfManyLots_AreReadOnce()
    {
        await DefineAsync().ConfigureAwait(false);
        await fixture.ReadAsync(async reader =>
        {
            var start = reader.RowsRead;
            var places = await reader.ReadPlacesAsync(1).CollectAsync().ConfigureAwait(false);
            Expect.Rows([(6, Movements.StockStatus.Available)], places, "places of two lots at one place");
            Expect.Equal(1, reader.RowsRead - start, "rows read");
            return 0;
        }).ConfigureAwait(false);
    }

    public async Task Status_IsKept_AndMovesWithTheLotsUnits()
    {
        await DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(
            new ChangeLotStatus("hold", Given.DefaultSku, "l-a", LotStatus.OnHold), _given.Receipt(2, lot: "l-a"))
                .ConfigureAwait(false);

        var lots = await fixture.ReadAsync(reader => reader.GetLotsAsync([(1, 1), (1, 2)])).ConfigureAwait(false);
        var balances = await fixture.ReadAsync(reader => reader.GetLotBalancesAsync([(1, 1)])).ConfigureAwait(false);

        Expect.Set(
            [(LotStatus.OnHold, 7L), (LotStatus.Released, 5)], lots.Select(lot => (lot.Lot.Status, lot.OnHand)),
            "statuses of lots");
        Expect.Set(
            [(Movements.StockStatus.Available, 0L), (Movements.StockStatus.Quarantined, 7)],
            balances.Select(balance => (balance.Spot.Status, balance.Quantity)), "what lies where");
    }

    public async Task Balances_OfALot_AreReadPastThoseOfOthers()
    {
        await DefineAsync().ConfigureAwait(false);
        await fixture.ReadAsync(async reader =>
        {
            var start = reader.RowsRead;
            var balances = await reader.GetLotBalancesAsync([(1, 2), (2, 1), (2, 9)]).ConfigureAwait(false);
            Expect.Set(
                [(1, 2L, 5L), (2, 1L, 5L)],
                balances.Select(balance => (balance.Sku, balance.Spot.Lot, balance.Quantity)), "balances of two lots");
            Expect.That(reader.RowsRead - start <= 4, "as many rows as places and balances are read");
            Expect.Rows([], await reader.GetLotBalancesAsync([]).ConfigureAwait(false), "balances of no lot");
            return 0;
        }).ConfigureAwait(false);
    }

    public async Task Lots_AreStoredWithTheHashOfTheirIdentity()
    {
        await DefineAsync().ConfigureAwait(false);

        var rows = await fixture.ReadAsync(reader => reader.GetProjectionsAsync(1)).ConfigureAwait(false);

        Expect.Rows([1L, 2], rows.Lots.Select(lot => lot.Row.Lot.Number), "lots by number");
        Expect.That(rows.Lots.All(lot => lot.Check == lot.Row.ComputeCheck()), "lots are stored with their hashes");
    }

    public async Task Entries_OfALot_AreReadInEffectiveOrder()
    {
        await DefineAsync().ConfigureAwait(false);
        var early = _given.Receipt(1, lot: "l-a") with
        {
            Effective = Micros
            .ToInstant(fixture.Driver.Now - 3_600_000_000)
        };
        await fixture.Driver.CommitAsync(_given.Issue(2, lot: "l-a")).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(early).ConfigureAwait(false);

        var found = await fixture.StreamAsync(reader => reader.ReadLotEntriesAsync(1, 1)).ConfigureAwait(false);
        var other = await fixture.StreamAsync(reader => reader.ReadLotEntriesAsync(2, 1)).ConfigureAwait(false);

        Expect.Rows([4L, 1, 3], found.Select(entry => entry.Sequence), "entries of the lot");
        Expect.That(found.TrueForAll(entry => entry.From.Lot == 1 && entry.To.Lot == 1),
            "both sides of an entry name the lot");
        Expect.Rows([(2, 1L)], other.Select(entry => (entry.Sku, entry.Sequence)), "entries of the other SKU's lot");
        Expect.Rows([], await fixture.StreamAsync(reader => reader.ReadLotEntriesAsync(1, 3)).ConfigureAwait(false),
            "entries of no lot");
    }

    private static Lot Plain(int sku, long number, string code) =>
        new(sku, number, code) { Term = LotTerm.Of(20260102) };

    // Lots 1 and 2 of SKU 1, lot 1 of SKU 2.
    private async Task DefineAsync()
    {
        await fixture.Driver.CommitAsync(
            _given.Sku(tracking: Tracking.Lot), _given.Sku("SKU-2", Tracking.Lot), _given.Site(), _given.Bin("BIN"))
                .ConfigureAwait(false);
        await fixture.Driver.CommitAsync(
            _given.Receipt(5, lot: "l-a"), _given.Receipt(5, lot: "l-b"), _given.Receipt(5, sku: "SKU-2", lot: "L-a"))
                .ConfigureAwait(false);
    }
}
