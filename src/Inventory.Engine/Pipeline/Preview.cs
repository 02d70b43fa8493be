using Inventory.Commands;
using Inventory.Hosts;
using Inventory.Storage;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Pipeline;

/// <summary>The same decisions with nothing written: on a stock of their own, thrown away afterwards.</summary>
/// <remarks>
/// Commands that build on history which those before them would make are decided on that history: it is written into
/// a transaction that is never committed.
/// </remarks>
internal sealed class Preview(
    IInventoryStore store, int ledger, IReadOnlyList<BookDefinition> books, StockLoader loader, StretchWriter stretches,
    IClock clock, HostFlow flow)
{
    public async Task<IReadOnlyList<Result<Posted>>> RunAsync(
        IReadOnlyList<Command> commands, CancellationToken cancellationToken)
    {
        var submission = new Submission(commands, long.MaxValue, isAtomic: false);
        var pending = commands.Select((_, index) => new Pending(submission, index)).ToList();
        if (pending.Count == 0)
        {
            return [];
        }

        if (await store.ReadAsync(ledger, reader => TryDecideAsync(reader, pending), cancellationToken)
            .ConfigureAwait(false))
        {
            return await submission.Answer.ConfigureAwait(false);
        }

        flow.Check();
        var last = await store.WriteAsync(ledger, transaction => WriteAsync(transaction, pending), cancellationToken)
            .ConfigureAwait(false);
        var answers = await submission.Answer.ConfigureAwait(false);
        return [.. answers.Select(answer => WithoutCommit(answer, last))];
    }

    // The repetition of a command that was itself only previewed names a commit that never was.
    private static Result<Posted> WithoutCommit(Result<Posted> answer, long last) =>
        answer.Succeeded && answer.Value.Commit > last ? new Result<Posted>(answer.Value with { Commit = 0 }) : answer;

    // Answers all commands from one snapshot, or none when one of them builds on what others would add.
    private async ValueTask<bool> TryDecideAsync(IStoreReader reader, List<Pending> commands)
    {
        var (batch, decided, _) = await BatchDecider.DecideAsync(reader, loader, books, clock, commands)
            .ConfigureAwait(false);
        if (decided < commands.Count)
        {
            return false;
        }

        Answers.Give(batch, commit: 0);
        return true;
    }

    // Returns the number of the last commit before all this.
    private async ValueTask<long> WriteAsync(IStoreWriter transaction, List<Pending> commands)
    {
        var last = (await transaction.GetLedgerAsync().ConfigureAwait(false)).LastCommit;
        foreach (var batch in await stretches.WriteAsync(transaction, commands).ConfigureAwait(false))
        {
            Answers.Give(batch, commit: 0);
        }

        return last;
    }
}
