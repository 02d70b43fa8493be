using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Testing.Storage.Cases;

internal sealed class BinCases(StoreFixture fixture)
{
    private const string Bin = "BIN";
    private const int BinNumber = 7;

    private readonly Given _given = fixture.Given;

    public async Task Contents_SumWhatLiesInABin_OfEachSku()
    {
        await DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(
            _given.Receipt(5, to: Bin), _given.Receipt(3, sku: "SKU-2", to: Bin), _given.Receipt(9)).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(
            _given.Issue(1, from: Bin),
            _given.Movement(
                MovementKind.StatusChange,
                new MovementLine(Given.DefaultSku, Quantity.Each(2)) { From = Bin, ToStatus = StockStatus.Damaged }))
            .ConfigureAwait(false);

        Expect.Rows(
            [new BinContent(1, BinNumber, 4), new BinContent(2, BinNumber, 3)],
            await ContentsAsync(BinNumber).ConfigureAwait(false), "by SKU, whatever the status");
        Expect.Rows([], await ContentsAsync(6, 99).ConfigureAwait(false), "of a site, and of nothing");
        Expect.Equal(2, (await ContentsAsync(BinNumber, BinNumber).ConfigureAwait(false)).Count, "rows, asked twice");
    }

    public async Task Contents_AreRemovedAtZero_FromEitherSide()
    {
        await DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Receipt(5, to: Bin), _given.Issue(2, from: "OPEN"))
            .ConfigureAwait(false);
        Expect.Rows(
            [new BinContent(1, BinNumber, 5), new BinContent(1, BinNumber + 1, -2)],
            await ContentsAsync(BinNumber, BinNumber + 1).ConfigureAwait(false), "one is overdrawn");

        await fixture.Driver.CommitAsync(_given.Issue(5, from: Bin), _given.Receipt(2, to: "OPEN"))
            .ConfigureAwait(false);

        Expect.Rows([], await ContentsAsync(BinNumber, BinNumber + 1).ConfigureAwait(false), "both are at zero");
    }

    public async Task Bin_IntoWhichOthersPutGoods_StopsABatch_ThatNeedsItsRoom()
    {
        await DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(new SetCapacity(_given.Key(), Bin, new BinCapacity { Units = 5 }))
            .ConfigureAwait(false);
        var stale = await fixture.PrepareAsync(_given.Receipt(3, to: Bin)).ConfigureAwait(false);
        var again = await fixture.PrepareAsync(_given.Receipt(1, to: Bin), _given.Receipt(2, to: Bin))
            .ConfigureAwait(false);
        fixture.Driver.Now = again.Batch.Recorded;
        await fixture.Driver.CommitAsync(_given.Receipt(4, sku: "SKU-2", to: Bin)).ConfigureAwait(false);

        Expect.That(
            !await fixture.TryCommitAsync(stale).ConfigureAwait(false)
                && !await fixture.TryCommitAsync(again).ConfigureAwait(false),
            "a batch is not written when what it found in a bin has changed");
        Expect.Rows(
            [new BinContent(2, BinNumber, 4)], await ContentsAsync(BinNumber).ConfigureAwait(false),
            "what was put there");
    }

    public async Task Bin_OfABatchThatFillsItBitByBit_IsAsItWasBefore()
    {
        await DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(
            new SetCapacity(_given.Key(), Bin, new BinCapacity { Units = 5 }), _given.Receipt(1, to: Bin))
            .ConfigureAwait(false);

        var prepared = await fixture.PrepareAsync(
            _given.Receipt(1, to: Bin), _given.Issue(1, from: Bin), _given.Receipt(3, sku: "SKU-2", to: Bin))
            .ConfigureAwait(false);

        Expect.Rows(
            [new BinContent(1, BinNumber, 1)], prepared.Batch.BinsBefore[BinNumber], "what must be there before");
        Expect.That(await fixture.TryCommitAsync(prepared).ConfigureAwait(false), "the batch is written");
        Expect.Rows(
            [new BinContent(1, BinNumber, 1), new BinContent(2, BinNumber, 3)],
            await ContentsAsync(BinNumber).ConfigureAwait(false), "what is there afterwards");
    }

    // Site 6 with bins 7 and 8, of which the second may be overdrawn.
    private async Task DefineAsync()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(
            _given.Sku("SKU-2"),
            new DefineLocation(_given.Key(), Bin, LocationKind.Bin, Given.DefaultPlace),
            new DefineLocation(_given.Key(), "OPEN", LocationKind.Bin, Given.DefaultPlace)
            {
                Negative = NegativeStock.Allow,
            }).ConfigureAwait(false);
    }

    private Task<IReadOnlyList<BinContent>> ContentsAsync(params int[] places) =>
        fixture.ReadAsync(reader => reader.GetBinContentsAsync(places));
}
