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
        IStoreReader reader, StockLoader loader, BookDefinition? inlineBook, IClock clock, IReadOnlyList<Command> commands)
    {
        var ledger = await reader.GetLedgerAsync().ConfigureAwait(false);
        var batch = new DecidedBatch(Math.Max(Micros.Floor(clock.GetCurrentInstant()), ledger.LastRecorded), ledger);
        var submission = new Submission(commands, long.MaxValue);
        var pending = commands.Select((_, index) => new Pending(submission, index)).ToList();
        var keys = commands.Select(command => command.Key).Where(key => !key.IsDefault).ToHashSet();
        var applied = (await reader.FindCommandsAsync(keys).ConfigureAwait(false)).ToDictionary(record => record.Key);
        await new BatchDecider(loader).DecideAsync(
            new Stock(ledger, inlineBook), batch, pending, applied, use => use(reader)).ConfigureAwait(false);
        Answers.Give(batch, commit: 0);
        return await submission.Answer.ConfigureAwait(false);
    }
}
