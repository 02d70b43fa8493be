using Inventory.Commands;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Pipeline;

/// <summary>The same decision with nothing written: a stock of its own, thrown away afterwards.</summary>
internal static class Preview
{
    public static async ValueTask<IReadOnlyList<Result<Posted>>> RunAsync(
        IStoreReader reader, StockLoader loader, BookDefinition? inlineBook, IClock clock,
            IReadOnlyList<Command> commands)
    {
        var ledger = await reader.GetLedgerAsync().ConfigureAwait(false);
        var now = Math.Max(Micros.Floor(clock.GetCurrentInstant()), ledger.LastRecorded);
        var submission = new Submission(commands, long.MaxValue, isAtomic: false);
        var pending = commands.Select((_, index) => new Pending(submission, index)).ToList();
        var applied = new AppliedCommands(use => use(reader));
        await applied.LookUpAsync(pending).ConfigureAwait(false);
        var stock = new Stock(ledger, inlineBook);
        for (var decided = 0; decided < pending.Count;)
        {
            // A command that builds on what the ones before it would add sees the history as it is stored.
            var batch = new DecidedBatch(now, ledger);
            decided += await new BatchDecider(loader, stock, batch, applied, use => use(reader))
                .DecideAsync(pending.GetRange(decided, pending.Count - decided)).ConfigureAwait(false);
            Answers.Give(batch, commit: 0);
        }

        return await submission.Answer.ConfigureAwait(false);
    }
}
