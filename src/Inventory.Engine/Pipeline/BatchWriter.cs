using System.Buffers;
using Inventory.History;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Pipeline;

/// <summary>Writes a decided batch into an open transaction, with everything that follows the ledger.</summary>
internal sealed class BatchWriter(BlockKeeper blocks, LocationDirectory locations)
{
    /// <summary>Writes and commits. False when a guard failed and nothing was written.</summary>
    public async ValueTask<bool> TryCommitAsync(IStoreWriter writer, DecidedBatch batch, long commit)
    {
        try
        {
            if (await TryWriteAsync(writer, batch, commit).ConfigureAwait(false) is not { } open)
            {
                return false;
            }

            await writer.CommitAsync().ConfigureAwait(false);
            blocks.Remember(batch.Changes, open);
            return true;
        }
        catch
        {
            Forget(batch);
            throw;
        }
    }

    /// <summary>Writes without committing.</summary>
    /// <returns>The open blocks then; null when a guard failed and nothing was written.</returns>
    public async ValueTask<List<OpenBlock>?> TryWriteAsync(IStoreWriter writer, DecidedBatch batch, long commit)
    {
        batch.Commit = commit;
        return await writer.TryWriteAsync(batch.Changes, Records(batch, commit)).ConfigureAwait(false)
            ? await blocks.FollowAsync(writer, batch.Changes).ConfigureAwait(false)
            : null;
    }

    /// <summary>
    /// Forgets the new places of a batch that was not committed: another process may give their numbers to others.
    /// </summary>
    public void Forget(DecidedBatch batch) => locations.Forget(batch.Changes.Locations);

    private static List<CommandRecord> Records(DecidedBatch batch, long commit)
    {
        var records = new List<CommandRecord>(batch.Posted.Count);
        var replies = new ArrayBufferWriter<byte>(64 * batch.Posted.Count);
        for (var i = 0; i < batch.Posted.Count; i++)
        {
            var pending = batch.Posted[i];
            var before = replies.WrittenCount;
            ReplyCodec.Encode(batch.Changes.Changes[i].Reply, replies);
            records.Add(new CommandRecord(
                commit, i, pending.Command.Key, pending.Command.GetType().Name, pending.Payload, batch.Changes.Recorded,
                pending.Command.Stamp, pending.Command.Document, replies.WrittenMemory[before..]));
        }

        return records;
    }
}
