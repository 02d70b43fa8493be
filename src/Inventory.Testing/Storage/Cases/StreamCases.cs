using Inventory.Ledger;

namespace Inventory.Testing.Storage.Cases;

internal sealed class StreamCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task LookUps_WorkWhileAStreamIsRead()
    {
        await WriteAsync().ConfigureAwait(false);
        await fixture.ReadAsync(async reader =>
        {
            var seen = 0L;
            await foreach (var entry in reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End).ConfigureAwait(false))
            {
                var found = await reader.GetEntriesAsync([(1, entry.Key)]).ConfigureAwait(false);
                Expect.Rows([entry], found, "a look-up in the midst of a stream");
                Expect.Equal(++seen, entry.Sequence, "the stream's place after a look-up");
            }

            Expect.Equal(5L, seen, "entries read");
            return 0;
        }).ConfigureAwait(false);
    }

    public async Task Streams_CanBeReadInsideOneAnother()
    {
        await WriteAsync().ConfigureAwait(false);
        await fixture.ReadAsync(async reader =>
        {
            var pairs = 0;
            await foreach (var outer in reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End).ConfigureAwait(false))
            {
                var before = await reader.ReadEntriesAsync(1, EntryKey.Start, outer.Key).CollectAsync()
                    .ConfigureAwait(false);
                pairs += before.Count;
            }

            Expect.Equal(10, pairs, "entries before each entry");
            return 0;
        }).ConfigureAwait(false);
    }

    public async Task Streams_MayBeLeftEarly()
    {
        await WriteAsync().ConfigureAwait(false);
        await fixture.ReadAsync(async reader =>
        {
            await foreach (var entry in reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End).ConfigureAwait(false))
            {
                Expect.Equal(1L, entry.Sequence, "the first entry");
                break;
            }

            var all = await reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End).CollectAsync()
                .ConfigureAwait(false);
            Expect.Equal(5, all.Count, "entries read afterwards");
            return 0;
        }).ConfigureAwait(false);
    }

    public async Task Writers_MayWriteWhatTheyHaveStreamed()
    {
        await WriteAsync().ConfigureAwait(false);
        await fixture.WriteAsync(async writer =>
        {
            var entries = await writer.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End).CollectAsync()
                .ConfigureAwait(false);
            await writer.PutBlockAsync(new Timeline.Block(1, EntryKey.Start, entries.Count, 1), [])
                .ConfigureAwait(false);
            await writer.PutOpenBlockAsync(1, entries[^1].Key.Next, 0).ConfigureAwait(false);
        }).ConfigureAwait(false);

        var head = (await fixture.ReadAsync(reader => reader.GetHeadsAsync([1])).ConfigureAwait(false))[0];
        Expect.Equal(0, head.BlockEntries, "entries in the open block");
    }

    public async Task RowsRead_CountsWhatWasHandedOut()
    {
        await WriteAsync().ConfigureAwait(false);
        await fixture.ReadAsync(async reader =>
        {
            var start = reader.RowsRead;
            await reader.GetPositionsOfAsync(1).ConfigureAwait(false);
            Expect.Equal(1, reader.RowsRead - start, "rows read for one position");

            start = reader.RowsRead;
            await reader.GetEntriesAsync([(1, new EntryKey(1, 1))]).ConfigureAwait(false);
            Expect.Equal(0, reader.RowsRead - start, "rows read for an entry that is not there");

            start = reader.RowsRead;
            await reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End).CollectAsync().ConfigureAwait(false);
            Expect.Equal(5, reader.RowsRead - start, "rows read for five entries");
            return 0;
        }).ConfigureAwait(false);
    }

    public async Task RowsRead_OfAStreamLeftEarly_StaysSmall()
    {
        await WriteAsync().ConfigureAwait(false);
        await fixture.ReadAsync(async reader =>
        {
            var start = reader.RowsRead;
            await foreach (var _ in reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End).ConfigureAwait(false))
            {
                break;
            }

            // One row may have been fetched ahead.
            Expect.That(reader.RowsRead - start is 1 or 2, "a stream reads as it is consumed");
            return 0;
        }).ConfigureAwait(false);
    }

    private async Task WriteAsync()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        for (var i = 0; i < 5; i++)
        {
            await fixture.Driver.CommitAsync(_given.Receipt(1)).ConfigureAwait(false);
        }
    }
}
