using Inventory.Commands;
using Inventory.Ledger;

namespace Inventory.Testing.Storage.Cases;

internal sealed class HistoryCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Commands_KeepEveryField()
    {
        var full = _given.Sku() with
        {
            Key = new CommandKey("clé 1", "shop"),
            Stamp = new Stamp("ann", "scanner 7", "web"),
            Document = new SourceDocument("order", "4711", "https://example.org/orders/4711"),
        };
        var bare = _given.Site() with { Stamp = new Stamp(null), Document = new SourceDocument("order", "4712") };
        var prepared = await fixture.Driver.CommitAsync(full, bare, _given.Receipt(3)).ConfigureAwait(false);

        var stored = await fixture.StreamAsync(reader => reader.ReadCommandsAsync(0, 0)).ConfigureAwait(false);

        // The hash is over every field; records do not compare the bytes of the reply.
        Expect.Rows(prepared.Commands.Select(command => command.ComputeCheck()), stored.Select(row => row.Check),
            "stored hashes");
        Expect.Rows(
            prepared.Commands.Select(command => command.ComputeCheck()), stored
                .Select(row => row.Row.ComputeCheck()), "hashes of the stored fields");
        Expect.That(stored[2].Row is { Stamp: null, Document: null }, "an absent stamp and document stay absent");
        Expect.Equal(3L, ReplyCodec.Decode(stored[2].Row.Reply.Span).Entries[0].Quantity,
            "quantity in the stored reply");
    }

    public async Task Commands_AreFoundByKeyAndSource()
    {
        var (plain, sourced) = (new CommandKey("k"), new CommandKey("k", "shop"));
        await fixture.Driver.CommitAsync(_given.Sku("A") with { Key = plain }, _given.Sku("B") with { Key = sourced })
            .ConfigureAwait(false);

        var both = await fixture.ReadAsync(reader => reader.FindCommandsAsync([sourced, plain, "K"]))
            .ConfigureAwait(false);
        var one = await fixture.ReadAsync(reader => reader.FindCommandsAsync([sourced, new CommandKey("k", "Shop")]))
            .ConfigureAwait(false);

        Expect.Set([plain, sourced], both.Select(command => command.Key), "commands by key");
        Expect.Rows([(1L, 1)], one.Select(command => (command.Commit, command.Ordinal)), "the command of the shop");
    }

    public async Task Commands_AreReadInTheOrderTheyWereApplied_AfterOne()
    {
        await WriteAsync().ConfigureAwait(false);

        var after = await fixture.StreamAsync(reader => reader.ReadCommandsAsync(1, 1)).ConfigureAwait(false);
        var afterCommit = await fixture.StreamAsync(reader => reader.ReadCommandsAsync(1, int.MaxValue))
            .ConfigureAwait(false);

        Expect.Rows([(1L, 2), (2L, 0), (3L, 0), (3L, 1)], after.Select(row => (row.Row.Commit, row.Row.Ordinal)),
            "after (1, 1)");
        Expect.Rows([(2L, 0), (3L, 0), (3L, 1)], afterCommit.Select(row => (row.Row.Commit, row.Row.Ordinal)),
            "after commit 1");
    }

    public async Task Commands_OfADocument_AreReadInTheOrderTheyWereApplied()
    {
        await WriteAsync().ConfigureAwait(false);

        var order = await fixture.StreamAsync(reader => reader.ReadCommandsOfAsync("order", "1")).ConfigureAwait(false);
        var invoice = await fixture.StreamAsync(reader => reader.ReadCommandsOfAsync("invoice", "1"))
            .ConfigureAwait(false);
        var none = await fixture.StreamAsync(reader => reader.ReadCommandsOfAsync("order", "3")).ConfigureAwait(false);

        Expect.Rows([(1L, 1), (3L, 0)], order.Select(command => (command.Commit, command.Ordinal)), "of order 1");
        Expect.Rows([(3L, 1)], invoice.Select(command => (command.Commit, command.Ordinal)), "of invoice 1");
        Expect.Rows([], none, "of no document");
    }

    public async Task Commits_CountWhatTheyWrote()
    {
        await WriteAsync().ConfigureAwait(false);

        var all = await fixture.StreamAsync(reader => reader.ReadCommitsAsync(0)).ConfigureAwait(false);
        var after = await fixture.StreamAsync(reader => reader.ReadCommitsAsync(2)).ConfigureAwait(false);

        Expect.Rows([1L, 2, 3], all.Select(row => row.Row.Number), "commits by number");
        Expect.Rows([(3, 0, 0), (1, 1, 0), (2, 1, 1)], all
            .Select(row => (row.Row.Commands, row.Row.Entries, row.Row.Promises)), "counts");
        Expect.That(all.TrueForAll(row => row.Check == row.Row.ComputeCheck()), "commits are stored with their hashes");
        Expect.Rows(all[2..], after, "commits after 2");
    }

    public async Task Commits_AreRecordedWhenTheirBatchIs()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var prepared = await fixture.Driver.CommitAsync(_given.Receipt(1)).ConfigureAwait(false);

        var all = await fixture.StreamAsync(reader => reader.ReadCommitsAsync(1)).ConfigureAwait(false);

        Expect.Rows([new CommitRecord(2, prepared.Batch.Recorded, 1, 1, 0)], all.Select(row => row.Row), "commits");
    }

    private async Task WriteAsync()
    {
        var order = new SourceDocument("order", "1");
        await fixture.Driver.CommitAsync(
            _given.Sku(), _given.Site() with { Document = order }, _given
                .Site("EAST") with { Document = new("order", "2") }).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Receipt(5)).ConfigureAwait(false);
        await fixture.Driver.CommitAsync(
            _given.Issue(1) with { Document = order }, _given
                .Reserve(1) with { Document = new("invoice", "1", "a/1") }).ConfigureAwait(false);
    }
}
