using Inventory.Commands;
using Inventory.Ledger;

namespace Inventory.Storage.Memory;

/// <content>What was applied when, and the second stream.</content>
internal partial class MemoryReader
{
    public ValueTask<IReadOnlyList<CommandRecord>> FindCommandsAsync(IReadOnlyCollection<CommandKey> keys) => Found(
        Values(Tables.Commands, Values(Tables.CommandKeys, keys.Select(Keys.Of))).Select(command => command.Row));

    public IAsyncEnumerable<PromiseEntry> ReadPromisesAsync(int sku, long after) =>
        Stream(Tables.Promises.After((sku, after)).TakeWhile(promise => promise.Sku == sku));

    public IAsyncEnumerable<Checked<CommandRecord>> ReadCommandsAsync(long afterCommit, int afterOrdinal) =>
        Stream(Tables.Commands.After((afterCommit, afterOrdinal)));

    public IAsyncEnumerable<CommandRecord> ReadCommandsOfAsync(string type, string id) =>
        Stream(Tables.Documents.From((new TextKey(type), new TextKey(id), 0, 0))
            .TakeWhile(command => command.Document!.Type == type && command.Document.Id == id));

    public IAsyncEnumerable<Checked<CommitRecord>> ReadCommitsAsync(long after) => Stream(Tables.Commits.After(after));

    public IAsyncEnumerable<Checked<InboxRow>> ReadInboxAsync(long after) => Stream(Tables.Inbox.After(after));
}
