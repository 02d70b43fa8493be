using Inventory.Catalog;
using Inventory.Days;
using Inventory.Ledger;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Storage;
using Inventory.Timeline;

namespace Inventory.Testing.Storage.Cases;

internal sealed class ProjectionCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Get_OfNothing_IsEmpty()
    {
        var rows = await fixture.ReadAsync(reader => reader.GetProjectionsAsync(77)).ConfigureAwait(false);

        Expect.Rows([$"{Head.Of(77)}"], LedgerText.Lines(rows), "rows of a SKU that is not there");
    }

    public async Task Replace_ThenGet_GivesTheSame_InKeyOrder()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var rows = Rows(sku: 1);
        await fixture.WriteAsync(writer => writer.ReplaceProjectionsAsync(Shuffled(rows))).ConfigureAwait(false);

        var found = await fixture.ReadAsync(reader => reader.GetProjectionsAsync(1)).ConfigureAwait(false);

        Expect.Rows(LedgerText.Lines(rows), LedgerText.Lines(found), "rows");
    }

    public async Task Replace_TakesAwayWhatWasThere()
    {
        await MoveAsync().ConfigureAwait(false);
        var rows = Rows(sku: 1);
        await fixture.WriteAsync(writer => writer.ReplaceProjectionsAsync(rows)).ConfigureAwait(false);

        var found = await fixture.ReadAsync(reader => reader.GetProjectionsAsync(1)).ConfigureAwait(false);
        var oldLot = await fixture.ReadAsync(reader => reader.FindLotsAsync([(1, "L1")])).ConfigureAwait(false);
        var oldReservation = await fixture.ReadAsync(reader => reader.GetLegsAsync([(1, 3, 0)]))
            .ConfigureAwait(false);

        Expect.Rows(LedgerText.Lines(rows), LedgerText.Lines(found), "rows");
        Expect.Rows([], oldLot, "a lot that is no longer there");
        Expect.Rows([], oldReservation, "a reservation that is no longer there");
    }

    public async Task Replace_ByWhatIsThere_ChangesNothing()
    {
        await MoveAsync().ConfigureAwait(false);
        await fixture.WriteAsync(BookRows.PutAsync).ConfigureAwait(false);

        await fixture.UnchangedAsync(
            () => fixture.WriteAsync(async writer =>
                await writer.ReplaceProjectionsAsync(await writer.GetProjectionsAsync(1).ConfigureAwait(false))
                    .ConfigureAwait(false)),
            "replacing rows by themselves").ConfigureAwait(false);
    }

    public async Task Replace_LeavesStreamsAndOtherSkusAlone()
    {
        await MoveAsync().ConfigureAwait(false);
        await fixture.WriteAsync(writer => writer.ReplaceProjectionsAsync(Rows(sku: 2))).ConfigureAwait(false);
        var before = await TextWithoutAsync(1).ConfigureAwait(false);

        await fixture.WriteAsync(writer => writer.ReplaceProjectionsAsync(Empty(1))).ConfigureAwait(false);

        Expect.Rows(before, await TextWithoutAsync(1).ConfigureAwait(false), "everything but the projections of SKU 1");
        var rows = await fixture.ReadAsync(reader => reader.GetProjectionsAsync(1)).ConfigureAwait(false);
        Expect.Rows(LedgerText.Lines(Empty(1)), LedgerText.Lines(rows), "rows of SKU 1");
    }

    public async Task Replaced_Rows_AreFoundByEveryLookUp()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var rows = Rows(sku: 1);
        await fixture.WriteAsync(writer => writer.ReplaceProjectionsAsync(rows)).ConfigureAwait(false);
        await fixture.ReadAsync(async reader =>
        {
            Expect.Rows([rows.Head], await reader.GetHeadsAsync([1]).ConfigureAwait(false), "head");
            Expect.Rows(rows.Positions, await reader.GetPositionsOfAsync(1).ConfigureAwait(false), "positions");
            Expect.Rows([rows.Lots[1].Row], await reader.FindLotsAsync([(1, "L-2")]).ConfigureAwait(false),
                "lot by code");
            Expect.Rows([rows.Legs[1]], await reader.GetLegsAsync([(1, 9, 1)]).ConfigureAwait(false),
                "reservation");
            Expect.Rows(rows.Allocations, await reader.GetAllocationsAsync([(1, 9, 1)]).ConfigureAwait(false),
                "allocations of a reservation");
            Expect.Rows(
                [rows.Allocations[0], rows.Allocations[1]],
                await reader.GetBoundAsync([(1, new Spot(6, 1, StockStatus.Available))]).ConfigureAwait(false),
                "who is bound to goods");
            Expect.Rows([rows.Reversed[0]], await reader.GetReversedAsync([(1, 3)]).ConfigureAwait(false), "reversed");
            Expect.Equal(rows.Blocks[1], (await reader.FindBlockAsync(1, EntryKey.End).ConfigureAwait(false)).Block,
                "block");
            Expect.Equal(rows.BlockBalances[0], await reader
                .FindBlockBalanceAsync(1, new Spot(6, 0, StockStatus.Available), EntryKey.End).ConfigureAwait(false),
                "block balance");
            return 0;
        }).ConfigureAwait(false);
    }

    public async Task SkusWithRows_IncludeOrphans()
    {
        await MoveAsync().ConfigureAwait(false);
        await fixture.WriteAsync(async writer =>
        {
            await writer.AddDaysAsync([new DayTotal(50, 6, 20260101, MovementKind.Issue, 0, 1, 0, 1)])
                .ConfigureAwait(false);
            await writer.ReplaceProjectionsAsync(Empty(40) with { Positions = [new Position(40, new(6), new(1))] })
                .ConfigureAwait(false);
            await writer.PutBlockAsync(new Block(60, EntryKey.Start, 1, 1), []).ConfigureAwait(false);
        }).ConfigureAwait(false);

        var skus = await fixture.ReadAsync(reader => reader.GetSkusWithRowsAsync()).ConfigureAwait(false);

        // A SKU that was only defined may have a head or not.
        Expect.Rows([1, 40, 50, 60], skus.Where(sku => sku != 2), "SKUs with rows, by number");
    }

    private static SkuProjections Empty(int sku) =>
        new(Head.Of(sku), [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], [], []);

    private static SkuProjections Rows(int sku)
    {
        var (one, two) = (EntryKey.Start, new EntryKey(50, 7));
        var lots = new[] { new LotBalance(new Lot(sku, 1, "l-1"), 4, 2), new LotBalance(new Lot(sku, 2, "l-2"), 0, 3) };
        return new SkuProjections(
            new Head(sku, 4, 2, 90, 95, 2, 60, 4, 1, new Commands.Digest(ulong.MaxValue, 1)),
            [
                new(sku, new(5), new(1)), new(sku, new(5, 1), new(0, 1, 2, 3, 4, 5)),
                new(sku, new(6, 0, 2), new(8), 3, 2, 1),
            ],
            [new(sku, new(5), 70, 1), new(sku, new(5), 71, 2), new(sku, new(6, 0, 2), 70, 3)],
            [
                new(sku, new(5), 20260101, 2), new(sku, new(5), 20260102, -1),
                new DatedSupply(sku, new(6, 0, 2), 20260101, 3),
            ],
            [
                new(sku, new(5), 0, 20260101, 2), new(sku, new(5), 70, 20260101, 1),
                new DatedNeed(sku, new(6), 0, 20260102, 3),
            ],
            [new(sku, new Spot(6, 1, StockStatus.Available), 4, 0, 2),
                new(sku, new Spot(6, 1, StockStatus.Damaged), 1, 80),
                new(sku, new Spot(7, 0, StockStatus.Withheld), 3, 0)],
            [new(sku, 6, -3), new(sku, 7, 3)],
            [new(lots[0], lots[0].ComputeCheck()), new(lots[1], lots[1].ComputeCheck())],
            [new(sku, 3, 2), new(sku, 4, 1)],
            [
                new(new(8, 0, 0), sku, new(6, 1, 2), new(3, 4, 5, 6, 7, "holder", 8), 2, 9, 10, 11, 12),
                new(new(9, 1, 0), sku, new(6), new(0, sku), Committed: 3, Allocated: 2),
            ],
            [
                new(sku, new(9, 1, 0), new(6, 1, StockStatus.Available), false, 1),
                new(sku, new(9, 1, 0), new(6, 1, StockStatus.Available), true, 1),
                new Allocation(sku, new(9, 1, 1), new(6, 1, StockStatus.Available, 1, 2), false, 4),
            ],
            [new(sku, 5, 20260101, MovementKind.Receipt, 1, 2, 3, 4),
                new(sku, 6, 20260101, MovementKind.Receipt, 1, 2, 3, 4)],
            [new(sku, one, 3, 10), new(sku, two, 4, 20)],
            [new(sku, new(6, 0, StockStatus.Available), one, 1, 2, 3),
                new(sku, new(6, 0, StockStatus.Available, 0, 2), two, 1, 2, 3),
                new(sku, new(6, 0, StockStatus.Available, 1, 0), two, 1, 2, 3),
                new(sku, new(6, 0, StockStatus.Damaged), two, 1, 2, 3),
                new(sku, new(7, 0, StockStatus.Available), one, 0, 2, -3)],
            [BookRows.One with { Sku = sku }, BookRows.Two with { Sku = sku }, BookRows.OtherBook with { Sku = sku }],
            [.. BookRows.Layers.Select(layer => layer with { Sku = sku }), BookRows.OtherLayer with { Sku = sku }],
            [.. BookRows.Takes.Select(take => take with { Sku = sku }), BookRows.OtherTake with { Sku = sku }],
            [.. BookRows.Lots.Select(lot => lot with { Sku = sku }), BookRows.OtherLot with { Sku = sku }]);
    }

    private static SkuProjections Shuffled(SkuProjections rows) => new(
        rows.Head, [.. rows.Positions.Reverse()], [.. rows.Holds.Reverse()],
            [.. rows.Supply.Reverse()], [.. rows.Needs.Reverse()],
            [.. rows.Balances.Reverse()], [.. rows.Bins.Reverse()], [.. rows.Lots.Reverse()],
            [.. rows.Reversed.Reverse()],
        [.. rows.Legs.Reverse()], [.. rows.Allocations.Reverse()], [.. rows.Days.Reverse()], [.. rows.Blocks.Reverse()],
            [.. rows.BlockBalances.Reverse()],
        [.. rows.Checkpoints.Reverse()], [.. rows.Layers.Reverse()], [.. rows.Takes.Reverse()],
            [.. rows.LotCosts.Reverse()]);

    // SKU 1 gets entries, a lot, a reservation and a reversal.
    private async Task MoveAsync()
    {
        await fixture.Driver.CommitAsync(_given.Sku(tracking: Tracking.Lot), _given.Sku("SKU-2"), _given.Site())
            .ConfigureAwait(false);
        var receipt = _given.Receipt(10, lot: "L1");
        await fixture.Driver.CommitAsync(receipt).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Reserve(2)).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Reversal(receipt.Key) with { Line = 0, Quantity = Quantity.Each(1) })
            .ConfigureAwait(false);
    }

    private async Task<List<string>> TextWithoutAsync(int sku)
    {
        var rows = await fixture.ReadAsync(reader => reader.GetProjectionsAsync(sku)).ConfigureAwait(false);
        var own = LedgerText.Lines(rows).ToHashSet(StringComparer.Ordinal);
        var all = await fixture.TextAsync().ConfigureAwait(false);

        // The head is also printed with its SKU.
        return [.. all.Where(line =>
            !own.Contains(line) && !line.Contains($"Sku {{ Number = {sku},", StringComparison.Ordinal))];
    }
}
