using System.Buffers;
using Inventory.Commands;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Sqlite.Tests.Support;

/// <summary>
/// Decides commands on what a reader finds, and writes them: the least that fills a store with true rows.
/// </summary>
internal sealed class LedgerDriver(IInventoryStore store)
{
    private const int Ledger = 1;

    /// <summary>Decides and commits one batch.</summary>
    public async Task<Prepared> CommitAsync(long now, params Command[] commands)
    {
        await using var writer = await store.WriteAsync(Ledger);
        var prepared = await PrepareAsync(writer, now, commands);
        Assert.True(await writer.TryWriteAsync(prepared.Batch, prepared.Records));
        await writer.CommitAsync();
        return prepared;
    }

    /// <summary>Decides one batch on what is committed, without writing it.</summary>
    public async Task<Prepared> PrepareAsync(long now, params Command[] commands)
    {
        await using var reader = await store.ReadAsync(Ledger);
        return await PrepareAsync(reader, now, commands);
    }

    /// <summary>Writes a prepared batch and commits it if its guards hold.</summary>
    public async Task<bool> TryCommitAsync(Prepared prepared)
    {
        await using var writer = await store.WriteAsync(Ledger);
        if (!await writer.TryWriteAsync(prepared.Batch, prepared.Records))
        {
            return false;
        }

        await writer.CommitAsync();
        return true;
    }

    private static async Task<Prepared> PrepareAsync(IStoreReader reader, long now, Command[] commands)
    {
        var ledger = await reader.GetLedgerAsync();
        var stock = new Stock(ledger, books: []);
        var batch = new CommitBatch(now, ledger.CatalogVersion);
        for (var i = 0; i < commands.Length; i++)
        {
            Apply(await DecideAsync(reader, stock, batch, commands[i], new Moment(now, i)));
        }

        batch.Complete(stock);
        return new Prepared(batch, Records(batch, ledger.LastCommit + 1));

        void Apply(ChangeSet change) => stock.Apply(change, batch);
    }

    private static async Task<ChangeSet> DecideAsync(
        IStoreReader reader, Stock stock, CommitBatch batch, Command command, Moment moment)
    {
        while (true)
        {
            var decision = Decider.Decide(stock, command, moment);
            if (decision.Posted is { } posted)
            {
                return posted;
            }

            Assert.Null(decision.Refused?.Select(error => error.Message).First());
            await StockLoading.LoadAsync(reader, stock, decision.Needs!, batch);
        }
    }

    private static List<CommandRecord> Records(CommitBatch batch, long commit) => batch.Changes
        .Select(change =>
        {
            var reply = new ArrayBufferWriter<byte>();
            ReplyCodec.Encode(change.Reply, reply);
            return new CommandRecord(
                commit, change.Ordinal, change.Command.Key, change.Command.GetType().Name,
                change.Command.ComputePayload(),
                batch.Recorded, change.Command.Stamp, change.Command.Document, reply.WrittenMemory);
        })
        .ToList();
}
