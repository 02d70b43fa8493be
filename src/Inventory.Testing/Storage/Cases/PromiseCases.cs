using Inventory.Ledger;

namespace Inventory.Testing.Storage.Cases;

internal sealed class PromiseCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Promises_GetSequenceCommitAndHash()
    {
        await WriteAsync().ConfigureAwait(false);

        var all = await fixture.StreamAsync(reader => reader.ReadPromisesAsync(1, 0)).ConfigureAwait(false);

        Expect.Rows([1L, 2, 3], all.Select(promise => promise.Sequence), "sequences");
        Expect.Rows([(3L, 0), (3L, 1), (4L, 0)], all.Select(promise => (promise.Commit, promise.Ordinal)),
            "commits and ordinals");
        Expect.Rows([4L, 2, -1], all.Select(promise => promise.Held), "held");
        Expect.That(all.TrueForAll(promise => promise.Check == promise.ComputeCheck()),
            "promises are stored with their hashes");
    }

    public async Task Promises_NameTheirReservation()
    {
        await WriteAsync().ConfigureAwait(false);

        var all = await fixture.StreamAsync(reader => reader.ReadPromisesAsync(1, 0)).ConfigureAwait(false);

        Expect.Rows(
            [(3L, 0), (3L, 1), (3L, 0)], all
                .Select(promise => (promise.Leg.Commit, promise.Leg.Ordinal)), "reservations");
    }

    public async Task Promises_AreReadAfterASequence_OfOneSku()
    {
        await WriteAsync().ConfigureAwait(false);

        var after = await fixture.StreamAsync(reader => reader.ReadPromisesAsync(1, 2)).ConfigureAwait(false);
        var other = await fixture.StreamAsync(reader => reader.ReadPromisesAsync(2, 0)).ConfigureAwait(false);

        Expect.Rows([3L], after.Select(promise => promise.Sequence), "after 2");
        Expect.Rows([1L], other.Select(promise => promise.Sequence), "of the other SKU, counted by itself");
    }

    public async Task Promises_RaiseTheirCounter_NotTheSequence()
    {
        await WriteAsync().ConfigureAwait(false);

        var head = (await fixture.ReadAsync(reader => reader.GetHeadsAsync([1])).ConfigureAwait(false))[0];

        Expect.Equal((1L, 3L, 1), (head.Sequence, head.PromiseSequence, head.BlockEntries),
            "sequence, promise sequence, open block");
    }

    public async Task Reservations_GetTheirCommit_AndFollowTheirSteps()
    {
        await WriteAsync().ConfigureAwait(false);

        var found = await fixture.ReadAsync(reader => reader.GetLegsAsync([(1, 3, 1), (1, 3, 0), (2, 3, 0), (1, 4, 0)]))
            .ConfigureAwait(false);

        Expect.Set([Leg(0, 3), Leg(1, 2)], found, "legs by name");
    }

    private static ReservationLeg Leg(int ordinal, long held) =>
        new(new LegKey(3, ordinal, 0), 1, new PositionKey(6), new PromiseTerms(0, 1), held);

    // Holds of 4 and 2 on SKU 1 in commit 3, one of them given back by 1 in commit 4; a hold on SKU 2 in commit 5.
    private async Task WriteAsync()
    {
        await fixture.Driver.CommitAsync(_given.Sku(), _given.Sku("SKU-2"), _given.Site()).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Receipt(10), _given.Receipt(10, sku: "SKU-2")).ConfigureAwait(false);
        var first = _given.Reserve(4);
        await fixture.Driver.CommitAsync(first, _given.Reserve(2)).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Release(first.Key) with { Quantity = Quantity.Each(1) })
            .ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Reserve(1, "SKU-2")).ConfigureAwait(false);
    }
}
