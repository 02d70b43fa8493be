using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Policies;
using Inventory.References;
using Inventory.Reservations;

namespace Inventory.Testing.Storage.Cases;

internal sealed class SufficiencyCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Reservations_ThatFitTogether_AreAllWritten()
    {
        await ReceiveAsync(10).ConfigureAwait(false);
        var prepared = await PrepareAllAsync(_given.Reserve(4), _given.Reserve(6)).ConfigureAwait(false);

        foreach (var batch in prepared)
        {
            Expect.That(await fixture.TryCommitAsync(batch).ConfigureAwait(false),
                "a reservation that fits what others have left is written");
        }

        Expect.Equal(new Position(1, new(6), new(10), 0, 10), await PositionAsync().ConfigureAwait(false), "position");
    }

    public async Task Reservations_ByOneTooMany_AreStopped()
    {
        await ReceiveAsync(10).ConfigureAwait(false);
        var prepared = await PrepareAllAsync(_given.Reserve(4), _given.Reserve(7)).ConfigureAwait(false);
        Expect.That(await fixture.TryCommitAsync(prepared[0]).ConfigureAwait(false),
            "the first reservation is written");

        await StoppedAsync(prepared[1], "a reservation that others have left too little for").ConfigureAwait(false);
    }

    public async Task Reservations_DoNotCareForAHeadThatMovedOn()
    {
        await ReceiveAsync(10).ConfigureAwait(false);
        var prepared = await fixture.PrepareAsync(_given.Reserve(10)).ConfigureAwait(false);
        fixture.Driver.Now = prepared.Batch.Recorded;
        await fixture.Driver.CommitAsync(_given.Receipt(5)).ConfigureAwait(false);

        Expect.That(await fixture.TryCommitAsync(prepared).ConfigureAwait(false),
            "a reservation commutes with receipts");
        Expect.Equal(new Position(1, new(6), new(15), 0, 10), await PositionAsync().ConfigureAwait(false), "position");
    }

    public async Task Issues_ThatWouldBreakAPromise_AreStopped()
    {
        await ReceiveAsync(10).ConfigureAwait(false);
        var issue = await fixture.PrepareAsync(_given.Issue(7)).ConfigureAwait(false);
        fixture.Driver.Now = issue.Batch.Recorded;
        await fixture.Driver.CommitAsync(_given.Reserve(4)).ConfigureAwait(false);

        await StoppedAsync(issue, "an issue of what was promised in the meantime").ConfigureAwait(false);
    }

    public async Task Reservations_BeyondStock_AreStoppedByThoseWhoWaitMeanwhile()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(
            new DefineChannel(_given.Key(), "WEB"),
            new SetSelling(
                _given.Key(), Given.DefaultSku, new SellingLine(new SellingRule { OversellLimit = 5 }, "WEB")))
            .ConfigureAwait(false);
        var prepared = await PrepareAllAsync(Waiting(2), _given.Reserve(4) with { Channel = "WEB" })
            .ConfigureAwait(false);
        Expect.That(await fixture.TryCommitAsync(prepared[0]).ConfigureAwait(false), "an order that waits is written");

        await StoppedAsync(prepared[1], "a reservation of what has to come for others first").ConfigureAwait(false);
    }

    public async Task Orders_ThatWait_AreStoppedByWhatCameInMeanwhile()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var order = await fixture.PrepareAsync(Waiting(2)).ConfigureAwait(false);
        fixture.Driver.Now = order.Batch.Recorded;
        await fixture.Driver.CommitAsync(_given.Receipt(1)).ConfigureAwait(false);

        await StoppedAsync(order, "an order that waits for what is there").ConfigureAwait(false);
    }

    public async Task Orders_ThatWait_AreStoppedByWhatWasGivenBackMeanwhile()
    {
        await ReceiveAsync(1).ConfigureAwait(false);
        var hold = _given.Reserve(1);
        await fixture.Driver.CommitAsync(hold).ConfigureAwait(false);
        var order = await fixture.PrepareAsync(Waiting(2)).ConfigureAwait(false);
        fixture.Driver.Now = order.Batch.Recorded;
        await fixture.Driver.CommitAsync(_given.Release(hold.Key)).ConfigureAwait(false);

        await StoppedAsync(order, "an order that waits for what was given back").ConfigureAwait(false);
    }

    public async Task Held_NeverFallsBelowZero()
    {
        await ReceiveAsync(10).ConfigureAwait(false);
        var reserve = _given.Reserve(4);
        await fixture.Driver.CommitAsync(reserve).ConfigureAwait(false);
        var prepared = await PrepareAllAsync(_given.Release(reserve.Key), _given.Release(reserve.Key))
            .ConfigureAwait(false);
        Expect.That(await fixture.TryCommitAsync(prepared[0]).ConfigureAwait(false), "the first release is written");

        await StoppedAsync(prepared[1], "a second release of the same units").ConfigureAwait(false);
    }

    public async Task Reservation_ReleasedTwice_IsStopped()
    {
        // What others hold would cover a second release, so the position alone does not see it.
        var mine = await ReserveAmongOthersAsync().ConfigureAwait(false);
        var prepared = await PrepareAllAsync(_given.Release(mine), _given.Release(mine)).ConfigureAwait(false);
        Expect.That(await fixture.TryCommitAsync(prepared[0]).ConfigureAwait(false), "the first release is written");

        await StoppedAsync(prepared[1], "a second release of one reservation").ConfigureAwait(false);
    }

    public async Task Reservation_ReleasedInParts_IsStoppedWhereItMovedOn()
    {
        var mine = await ReserveAmongOthersAsync().ConfigureAwait(false);
        var part = _given.Release(mine) with { Quantity = Quantity.Each(1) };
        var prepared = await PrepareAllAsync(part, part with { Key = _given.Key() }).ConfigureAwait(false);
        Expect.That(await fixture.TryCommitAsync(prepared[0]).ConfigureAwait(false), "the first part is written");

        // Both would fit, but the second was decided on what the reservation held before the first.
        await StoppedAsync(prepared[1], "a release decided on an older reservation").ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Release(mine)).ConfigureAwait(false);
        Expect.Equal(new Position(1, new(6), new(10), 0, 4), await PositionAsync().ConfigureAwait(false), "position");
    }

    public async Task Guards_LookAtTheEndOfTheBatch()
    {
        await ReceiveAsync(1).ConfigureAwait(false);

        // Neither reservation nor issue would fit without the receipt before them in the batch.
        await fixture.Driver.CommitAsync(_given.Receipt(9), _given.Reserve(6), _given.Issue(4)).ConfigureAwait(false);

        Expect.Equal(new Position(1, new(6), new(6), 0, 6), await PositionAsync().ConfigureAwait(false), "position");
    }

    public async Task Plain_Truths_AreNotStopped()
    {
        await ReceiveAsync(10).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Reserve(8)).ConfigureAwait(false);

        await fixture.Driver.CommitAsync(_given.Count(5)).ConfigureAwait(false);

        Expect.Equal(new Position(1, new(6), new(5), 0, 8), await PositionAsync().ConfigureAwait(false),
            "position, three units short");
    }

    public async Task Guards_OfOnePool_LeaveOthersAlone()
    {
        await ReceiveAsync(10).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Site("EAST"), _given.Receipt(2, to: "EAST")).ConfigureAwait(false);
        var prepared = await PrepareAllAsync(_given.Reserve(2, pool: "EAST"), _given.Reserve(10)).ConfigureAwait(false);

        Expect.That(await fixture.TryCommitAsync(prepared[0]).ConfigureAwait(false),
            "the reservation in one pool is written");
        Expect.That(await fixture.TryCommitAsync(prepared[1]).ConfigureAwait(false),
            "the reservation in the other pool is written");
    }

    private ReserveStock Waiting(int quantity) =>
        _given.Reserve(quantity) with { Kind = PromiseKind.Order, Shortage = Shortage.Backorder };

    // Four units held for us, four for somebody else, of ten.
    private async Task<CommandKey> ReserveAmongOthersAsync()
    {
        await ReceiveAsync(10).ConfigureAwait(false);
        var mine = _given.Reserve(4);
        await fixture.Driver.CommitAsync(mine, _given.Reserve(4)).ConfigureAwait(false);
        return mine.Key;
    }

    // All decided on the same state.
    private async Task<List<PreparedBatch>> PrepareAllAsync(params Command[] commands)
    {
        var prepared = new List<PreparedBatch>();
        foreach (var command in commands)
        {
            prepared.Add(await fixture.PrepareAsync(command).ConfigureAwait(false));
        }

        return prepared;
    }

    private async Task ReceiveAsync(int quantity)
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Receipt(quantity)).ConfigureAwait(false);
    }

    private async Task<Position> PositionAsync() =>
        (await fixture.ReadAsync(reader => reader.GetPositionsAsync([(1, new(6))])).ConfigureAwait(false))[0];

    private Task StoppedAsync(PreparedBatch prepared, string what) => fixture.UnchangedAsync(
        async () => Expect.That(!await fixture.TryCommitAsync(prepared).ConfigureAwait(false), what
            + " is not written"), what);
}
