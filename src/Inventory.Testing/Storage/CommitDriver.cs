using System.Buffers;
using Inventory.Commands;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Testing.Storage;

/// <summary>
/// Decides commands on what a store has and writes them, one batch at a time, with nothing cached in between.
/// </summary>
internal sealed class CommitDriver(IInventoryStore store, int ledger)
{
    /// <summary>
    /// The time that the next batch is recorded at, in microseconds since 1970; moves on by a second with each batch.
    /// </summary>
    public long Now { get; set; } = 1_767_355_200_000_000;

    /// <summary>Decides commands together and commits them.</summary>
    /// <exception cref="StoreConformanceException">
    /// A command was refused or a guard failed; nothing was written.
    /// </exception>
    public async Task<PreparedBatch> CommitAsync(params Command[] commands)
    {
        var writer = await store.WriteAsync(ledger).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var prepared = Value(await PrepareAsync(writer, commands).ConfigureAwait(false));
            if (!await writer.TryWriteAsync(prepared.Batch, prepared.Commands).ConfigureAwait(false))
            {
                throw new StoreConformanceException(
                    "A guard failed although the batch was decided on the writer's own rows.");
            }

            await writer.CommitAsync().ConfigureAwait(false);
            return prepared;
        }
    }

    /// <summary>Decides commands together on what a reader sees, without writing them.</summary>
    public async Task<Result<PreparedBatch>> PrepareAsync(IStoreReader reader, params Command[] commands)
    {
        var state = await reader.GetLedgerAsync().ConfigureAwait(false);
        var stock = new Stock(state, books: []);
        var batch = new CommitBatch(Now, state.CatalogVersion);
        var records = new List<CommandRecord>();
        foreach (var command in commands)
        {
            var decision = await DecideAsync(reader, stock, batch, command, new Moment(Now, records.Count))
                .ConfigureAwait(false);
            if (decision.Posted is not { } change)
            {
                return new Result<PreparedBatch>([.. decision.Refused!]);
            }

            stock.Apply(change, batch);
            records.Add(Record(command, change, state.LastCommit + 1, batch.Recorded));
        }

        batch.Complete(stock);
        Now += 1_000_000;
        return new Result<PreparedBatch>(new PreparedBatch(batch, records));
    }

    /// <summary>A batch that the case needs to go on.</summary>
    public static PreparedBatch Value(Result<PreparedBatch> prepared) => prepared.Succeeded
        ? prepared.Value
        : throw new StoreConformanceException($"A command of the case itself was refused: {prepared}");

    private static async ValueTask<Decision> DecideAsync(
        IStoreReader reader, Stock stock, CommitBatch batch, Command command, Moment moment)
    {
        while (true)
        {
            var decision = Decider.Decide(stock, command, moment);
            if (decision.Needs is not { } needs)
            {
                return decision;
            }

            await StockLoading.LoadAsync(reader, stock, needs, batch).ConfigureAwait(false);
        }
    }

    private static CommandRecord Record(Command command, ChangeSet change, long commit, long recorded)
    {
        var reply = new ArrayBufferWriter<byte>();
        ReplyCodec.Encode(change.Reply, reply);
        return new CommandRecord(
            commit, change.Ordinal, command.Key, command.GetType().Name, command.ComputePayload(), recorded,
            command.Stamp, command.Document, reply.WrittenMemory);
    }
}
