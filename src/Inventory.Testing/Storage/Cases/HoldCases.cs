using Inventory.Ledger;
using Inventory.Reservations;

namespace Inventory.Testing.Storage.Cases;

internal sealed class HoldCases(StoreFixture fixture)
{
    private const long Second = 1_000_000;

    private readonly Given _given = fixture.Given;
    private readonly PositionKey _pool = new(6);

    public async Task Due_IsWhatIsOver_AndWhenTheNextEnds()
    {
        var (first, next) = await HoldAsync().ConfigureAwait(false);

        Expect.Equal(new HoldsDue(0, first), await DueAsync(first - 1).ConfigureAwait(false), "before any end");
        Expect.Equal(new HoldsDue(3, next), await DueAsync(first).ConfigureAwait(false), "at the instant of an end");
        Expect.Equal(new HoldsDue(3, next), await DueAsync(next - 1).ConfigureAwait(false), "between two ends");
        Expect.Equal(new HoldsDue(8, long.MaxValue), await DueAsync(next).ConfigureAwait(false), "after all ends");
    }

    public async Task Due_IsAnsweredForEachKeyInOrder()
    {
        var (first, next) = await HoldAsync().ConfigureAwait(false);

        var found = await fixture
            .ReadAsync(reader => reader.GetHoldsDueAsync([(2, _pool), (1, _pool), (1, new(6, 1, 2))], first))
            .ConfigureAwait(false);

        Expect.Rows([HoldsDue.None, new(3, next), HoldsDue.None], found, "a key without holds, one with, one without");
    }

    public async Task Totals_CountHoldsThatEndTogether_AndAreRemovedAtZero()
    {
        var (first, next) = await HoldAsync().ConfigureAwait(false);
        var same = _given.Reserve(4) with { Until = Micros.ToInstant(first) };
        await fixture.Driver.CommitAsync(same).ConfigureAwait(false);
        Expect.Rows([(first, 7L), (next, 5L)], await TotalsAsync().ConfigureAwait(false), "two holds of one end");

        await fixture.Driver.CommitAsync(_given.Release(same.Key) with { Quantity = Quantity.Each(1) })
            .ConfigureAwait(false);
        Expect.Rows([(first, 6L), (next, 5L)], await TotalsAsync().ConfigureAwait(false), "one given back in part");

        await fixture.Driver.CommitAsync(
            _given.Release(same.Key), new ExtendReservation(_given.Key(), "first") { Until = Micros.ToInstant(next) })
            .ConfigureAwait(false);
        Expect.Rows([(next, 8L)], await TotalsAsync().ConfigureAwait(false), "nothing ends at the first end any more");
    }

    public async Task Ended_AreSettledByWhoWritesNext()
    {
        var (first, next) = await HoldAsync().ConfigureAwait(false);
        fixture.Driver.Now = first;

        await fixture.Driver.CommitAsync(_given.Reserve(1)).ConfigureAwait(false);

        Expect.Rows([(next, 5L)], await TotalsAsync().ConfigureAwait(false), "totals");
        Expect.Rows([new Position(1, _pool, new(20), 0, 8)],
            await fixture.ReadAsync(reader => reader.GetPositionsAsync([(1, _pool)])).ConfigureAwait(false),
            "the position: 5 and 2 that still hold, and the new one");
        var settled = (await fixture.StreamAsync(reader => reader.ReadPromisesAsync(1, 3)).ConfigureAwait(false))
            .Single(promise => promise.Step == PromiseStep.Settle);
        Expect.Equal((-3L, first, LegKey.None), (settled.Held, settled.Expires, settled.Leg), "the settlement");
    }

    public async Task Settlement_OfWhatAnotherHasSettled_IsStopped()
    {
        var (first, _) = await HoldAsync().ConfigureAwait(false);
        fixture.Driver.Now = first;
        var one = await fixture.PrepareAsync(_given.Reserve(1)).ConfigureAwait(false);
        fixture.Driver.Now = first;
        var other = await fixture.PrepareAsync(_given.Reserve(1)).ConfigureAwait(false);

        // What others hold would cover a second settlement, so the position alone does not see it.
        Expect.That(await fixture.TryCommitAsync(one).ConfigureAwait(false), "the first settlement is written");
        await StoppedAsync(other, "a settlement of the same holds").ConfigureAwait(false);
    }

    public async Task Settlement_OfLessThanEnded_IsStopped()
    {
        var (first, _) = await HoldAsync().ConfigureAwait(false);
        fixture.Driver.Now = first;
        var prepared = await fixture.PrepareAsync(_given.Reserve(1)).ConfigureAwait(false);
        fixture.Driver.Now = first - Second;
        await fixture.Driver.CommitAsync(_given.Reserve(2) with { Until = Micros.ToInstant(first) })
            .ConfigureAwait(false);

        await StoppedAsync(prepared, "a settlement that leaves ended holds out").ConfigureAwait(false);
    }

    public async Task Settlement_OfWhatWasGivenBackBefore_IsStopped()
    {
        var (first, _) = await HoldAsync().ConfigureAwait(false);
        fixture.Driver.Now = first;
        var prepared = await fixture.PrepareAsync(_given.Reserve(1)).ConfigureAwait(false);
        fixture.Driver.Now = first - Second;
        await fixture.Driver.CommitAsync(_given.Release("first")).ConfigureAwait(false);

        await StoppedAsync(prepared, "a settlement of more than ended").ConfigureAwait(false);
    }

    // Twenty units: three held until the first end, five until the next, two for good.
    private async Task<(long First, long Next)> HoldAsync()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var (first, next) = (fixture.Driver.Now + 600 * Second, fixture.Driver.Now + 1200 * Second);
        await fixture.Driver.CommitAsync(_given.Receipt(20)).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(
            _given.Reserve(5) with { Until = Micros.ToInstant(next) },
            _given.Reserve(3) with { Key = "first", Until = Micros.ToInstant(first) },
            _given.Reserve(2)).ConfigureAwait(false);
        var totals = await TotalsAsync().ConfigureAwait(false);
        return (totals[0].Expires, totals[1].Expires);
    }

    private async Task<HoldsDue> DueAsync(long now) =>
        (await fixture.ReadAsync(reader => reader.GetHoldsDueAsync([(1, _pool)], now)).ConfigureAwait(false))[0];

    private async Task<List<(long Expires, long Held)>> TotalsAsync() =>
        [.. (await fixture.ReadAsync(reader => reader.GetProjectionsAsync(1)).ConfigureAwait(false)).Holds
            .Select(total => (total.Expires, total.Held))];

    private Task StoppedAsync(PreparedBatch prepared, string what) => fixture.UnchangedAsync(
        async () => Expect.That(!await fixture.TryCommitAsync(prepared).ConfigureAwait(false), what
            + " is not written"), what);
}
