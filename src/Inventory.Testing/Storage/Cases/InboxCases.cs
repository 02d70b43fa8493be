using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Testing.Storage.Cases;

internal sealed class InboxCases(StoreFixture fixture)
{
    public async Task Rows_GetTheNextNumbersInTheirOrder_AndAreReadWithTheirHashes()
    {
        await AddAsync(Row("a"), Row("b")).ConfigureAwait(false);
        await AddAsync(Row("c", "web")).ConfigureAwait(false);

        var stored = await ReadAsync(0).ConfigureAwait(false);

        Expect.Rows([Row("a"), Row("b"), Row("c", "web")], stored.Select(row => row.Row with { Number = 0 }), "rows");
        Expect.That(stored.TrueForAll(row => row.Check == row.Row.ComputeCheck()), "rows have their hashes");
        var numbers = stored.ConvertAll(row => row.Row.Number);
        Expect.That(numbers[0] > 0 && numbers[0] < numbers[1] && numbers[1] < numbers[2], "numbers ascend");
        Expect.Rows(["c"], (await ReadAsync(numbers[1]).ConfigureAwait(false)).Select(row => row.Row.Key.Text),
            "rows after a number");
    }

    public async Task Rows_AreOverwritten_WhereTheyAreStillThere()
    {
        await AddAsync(Row("a"), Row("b")).ConfigureAwait(false);
        var stored = await ReadAsync(0).ConfigureAwait(false);
        var refused = stored[1].Row with { Tried = 7, Refusal = "[]" };

        await fixture.WriteAsync(writer => writer.PutInboxAsync(
            [refused, refused with { Number = refused.Number + 1_000 }])).ConfigureAwait(false);

        Expect.Rows([stored[0], new Checked<InboxRow>(refused, refused.ComputeCheck())],
            await ReadAsync(0).ConfigureAwait(false), "rows");
    }

    public async Task Numbers_OfRemovedRows_AreNotGivenAgain()
    {
        await AddAsync(Row("a"), Row("b")).ConfigureAwait(false);
        var last = (await ReadAsync(0).ConfigureAwait(false))[^1].Row.Number;

        var removed = 0;
        await fixture.WriteAsync(async writer =>
            removed = await writer.RemoveInboxAsync([last, last + 1_000]).ConfigureAwait(false)).ConfigureAwait(false);
        await AddAsync(Row("c")).ConfigureAwait(false);

        Expect.Equal(1, removed, "rows removed");
        var stored = await ReadAsync(0).ConfigureAwait(false);
        Expect.Rows(["a", "c"], stored.Select(row => row.Row.Key.Text), "rows");
        Expect.That(stored[^1].Row.Number > last, "the number is a new one");
    }

    public async Task Rows_OfAWriterThatDoesNotCommit_LeaveNoTrace()
    {
        await AddAsync(Row("a")).ConfigureAwait(false);
        var writer = await fixture.Store.WriteAsync(fixture.Ledger).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            await writer.AddInboxAsync([Row("b")]).ConfigureAwait(false);
            await writer.RemoveInboxAsync([1]).ConfigureAwait(false);
        }

        Expect.Rows(["a"], (await ReadAsync(0).ConfigureAwait(false)).Select(row => row.Row.Key.Text), "rows");
    }

    public async Task Rows_BelongToOneLedger()
    {
        var other = await fixture.Store.OpenLedgerAsync(StoreFixture.Definition with { Name = "other" })
            .ConfigureAwait(false);
        await AddAsync(Row("a")).ConfigureAwait(false);
        var number = (await ReadAsync(0).ConfigureAwait(false))[0].Row.Number;

        var writer = await fixture.Store.WriteAsync(other.State.Ledger).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            Expect.Equal(0, await writer.RemoveInboxAsync([number]).ConfigureAwait(false), "rows removed");
            Expect.Equal(0, (await writer.ReadInboxAsync(0).CollectAsync().ConfigureAwait(false)).Count, "rows read");
        }
    }

    private static InboxRow Row(string key, string source = "") =>
        new(0, new CommandKey(key, source), "ReserveStock", $"{{ \"{key}\" }}", Enqueued: 5);

    private Task AddAsync(params InboxRow[] rows) => fixture.WriteAsync(writer => writer.AddInboxAsync(rows));

    private Task<List<Checked<InboxRow>>> ReadAsync(long after) =>
        fixture.StreamAsync(reader => reader.ReadInboxAsync(after));
}
