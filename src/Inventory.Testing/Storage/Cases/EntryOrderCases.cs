using Inventory.Ledger;

namespace Inventory.Testing.Storage.Cases;

internal sealed class EntryOrderCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Late_TakeTheirPlaceInTime()
    {
        var start = await WriteAsync().ConfigureAwait(false);

        var all = await fixture.StreamAsync(reader => reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End))
            .ConfigureAwait(false);

        // Effective at 10, 20, 30; then late at 15, 5 and once more 15: ties go by sequence.
        Expect.Rows([5L, 1, 4, 6, 2, 3], all.Select(entry => entry.Sequence), "sequences in effective order");
        Expect.Rows([5L, 10, 15, 15, 20, 30], all.Select(entry => (entry.Effective - start) / 1_000_000), "instants");
        Expect.Rows([true, false, true, true, false, false], all.Select(entry => entry.IsLate), "late or not");
    }

    public async Task Late_AreReadLatestFirst()
    {
        await WriteAsync().ConfigureAwait(false);

        var late = await fixture.StreamAsync(reader => reader.ReadLateEntriesAsync(1, 0)).ConfigureAwait(false);

        Expect.Rows([6L, 5, 4], late.Select(entry => entry.Sequence), "late entries, latest first");
        Expect.Rows([], await fixture.StreamAsync(reader => reader.ReadLateEntriesAsync(2, 0)).ConfigureAwait(false),
            "of another SKU");
    }

    public async Task Late_RecordedAfter_IsExcluded()
    {
        await WriteAsync().ConfigureAwait(false);
        var late = await fixture.StreamAsync(reader => reader.ReadLateEntriesAsync(1, 0)).ConfigureAwait(false);

        var after = await fixture.StreamAsync(reader => reader.ReadLateEntriesAsync(1, late[1].Recorded))
            .ConfigureAwait(false);
        var from = await fixture.StreamAsync(reader => reader.ReadLateEntriesAsync(1, late[1].Recorded - 1))
            .ConfigureAwait(false);

        Expect.Rows(late[..1], after, "recorded after the second last");
        Expect.Rows(late[..2], from, "recorded after just before it");
    }

    public async Task Late_DoNotCountInTheOpenBlock()
    {
        await WriteAsync().ConfigureAwait(false);

        var head = (await fixture.ReadAsync(reader => reader.GetHeadsAsync([1])).ConfigureAwait(false))[0];

        Expect.Equal((6L, 3), (head.Sequence, head.BlockEntries),
            "last sequence, entries of the open block that are not late");
    }

    public async Task Late_OfOneBatch_AreAllThere()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Receipt(1)).ConfigureAwait(false);
        var past = Micros.ToInstant(fixture.Driver.Now - 60_000_000);
        await fixture.Driver.CommitAsync(
            _given.Receipt(2) with { Effective = past }, _given.Receipt(3), _given
                .Receipt(4) with { Effective = past }).ConfigureAwait(false);

        var late = await fixture.StreamAsync(reader => reader.ReadLateEntriesAsync(1, 0)).ConfigureAwait(false);
        var all = await fixture.StreamAsync(reader => reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End))
            .ConfigureAwait(false);

        // Recorded at one instant: the sequence decides.
        Expect.Rows([4L, 2], late.Select(entry => entry.Sequence), "late entries, latest first");
        Expect.Rows([2L, 4, 1, 3], all.Select(entry => entry.Sequence), "all entries");
    }

    private async Task<long> WriteAsync()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var start = fixture.Driver.Now;
        fixture.Driver.Now += 60_000_000;
        foreach (var second in new[] { 10, 20, 30, 15, 5, 15 })
        {
            await fixture.Driver.CommitAsync(
                _given.Receipt(1) with { Effective = Micros.ToInstant(start + second * 1_000_000L) })
                    .ConfigureAwait(false);
        }

        return start;
    }
}
