using Inventory.Storage;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Pipeline;

/// <summary>
/// Decides commands on what a transaction sees, and writes them into it without committing: stretch by stretch, since
/// a command that builds on history which those before it make can be decided only once that is written.
/// </summary>
internal sealed class StretchWriter(
    StockLoader loader, BatchWriter writer, IReadOnlyList<BookDefinition> books, IClock clock)
{
    /// <summary>Decides and writes all commands; what is refused is settled in its batch and writes nothing.</summary>
    /// <returns>The batches, in order.</returns>
    public async ValueTask<List<DecidedBatch>> WriteAsync(IStoreWriter transaction, List<Pending> commands)
    {
        var written = new List<DecidedBatch>();
        try
        {
            while (commands.Count > 0)
            {
                var (batch, decided, commit) = await BatchDecider
                    .DecideAsync(transaction, loader, books, clock, commands).ConfigureAwait(false);
                written.Add(batch);
                if (batch.Posted.Count > 0
                    && await writer.TryWriteAsync(transaction, batch, commit).ConfigureAwait(false) is null)
                {
                    throw new InventoryCorruptionException(
                        "A guard failed although the store was locked; run VerifyAsync.");
                }

                commands = commands.GetRange(decided, commands.Count - decided);
            }

            return written;
        }
        finally
        {
            // Whether any of it will be durable is not known here.
            written.ForEach(writer.Forget);
        }
    }
}
