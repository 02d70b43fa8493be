using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Pipeline;

/// <summary>Decides commands into a batch one after the other, each on the result of the one before.</summary>
/// <remarks>
/// What is not loaded yet is loaded once for all of them. Lives as long as the deciding of one batch's stretch.
/// </remarks>
internal sealed class BatchDecider(
    StockLoader loader, Stock stock, DecidedBatch batch, AppliedCommands applied, StoreRead read)
{
    private const int RoundsMax = 64;

    private bool _prefetched;

    /// <summary>Decides commands on nothing but what a reader sees, on a stock of their own.</summary>
    /// <returns>The batch, how many commands are in it, and the number of the commit that it would be.</returns>
    public static async ValueTask<(DecidedBatch Batch, int Decided, long Commit)> DecideAsync(
        IStoreReader reader, StockLoader loader, IReadOnlyList<BookDefinition> books, IClock clock,
        List<Pending> commands)
    {
        var state = await reader.GetLedgerAsync().ConfigureAwait(false);
        var batch = new DecidedBatch(Math.Max(Micros.Floor(clock.GetCurrentInstant()), state.LastRecorded), state);
        var stock = new Stock(state, books);
        var applied = new AppliedCommands(commands, use => use(reader));
        await applied.LookUpAsync().ConfigureAwait(false);
        var decided = await new BatchDecider(loader, stock, batch, applied, use => use(reader))
            .DecideAsync(commands).ConfigureAwait(false);
        batch.All.AddRange(commands.Take(decided));
        batch.Changes.Complete(stock);
        return (batch, decided, state.LastCommit + 1);
    }

    /// <summary>
    /// Returns how many were decided: it stops before a command that builds on history which the batch itself adds to.
    /// </summary>
    public async ValueTask<int> DecideAsync(List<Pending> commands)
    {
        for (var i = 0; i < commands.Count; i++)
        {
            var pending = commands[i];
            var isDecided = pending.IsGroup
                ? await TryDecideGroupAsync(pending).ConfigureAwait(false)
                : await TryDecideAsync(commands, i).ConfigureAwait(false);
            if (!isDecided)
            {
                return i;
            }
        }

        return commands.Count;
    }

    private async ValueTask<bool> TryDecideAsync(List<Pending> commands, int index)
    {
        var pending = commands[index];
        if (batch.TryRepeat(pending, applied))
        {
            return true;
        }

        var decision = Decide(pending);
        for (var round = 0; decision.Needs is { } needs; round++)
        {
            if (!batch.CanLoad(needs))
            {
                return false;
            }

            if (round == RoundsMax)
            {
                throw new InventoryCorruptionException(
                    $"The command '{pending.Command.Key}' keeps asking for what has been loaded.");
            }

            await LoadAsync(needs, commands, index).ConfigureAwait(false);
            decision = Decide(pending);
        }

        if (decision.Posted is { } change)
        {
            stock.Apply(change, batch.Changes);
            batch.Post(pending);
            return true;
        }

        // Applied before, it is answered as it was then, whatever has become of the stock since.
        if (!applied.AreKnown)
        {
            await applied.LookUpAsync().ConfigureAwait(false);
            if (batch.TryRepeat(pending, applied))
            {
                return true;
            }
        }

        batch.Settle(pending, new Result<Posted>(decision.Refused!.ToArray()));
        return true;
    }

    /// <summary>
    /// Decides an atomic call: on a fork first, and for good only when nothing in it is refused. False when the batch
    /// must be written first.
    /// </summary>
    private async ValueTask<bool> TryDecideGroupAsync(Pending group)
    {
        var members = group.Members();
        if (members.Exists(member => Decide(member).Needs is not null))
        {
            await read(reader => PrefetchAsync(reader, members, 0)).ConfigureAwait(false);
        }

        var wereKnown = applied.AreKnown;
        var trial = batch.Fork();
        var decided = await new BatchDecider(loader, stock.Fork(), trial, applied, read)
            .DecideAsync(members).ConfigureAwait(false);
        if (decided < members.Count && batch.Posted.Count > 0)
        {
            return false;
        }

        var isRefused = decided < members.Count || trial.HasRefusals;
        if (isRefused && !wereKnown)
        {
            // Nothing is concluded from a trial that may have tried once more what was applied long ago.
            await applied.LookUpAsync().ConfigureAwait(false);
            return await TryDecideGroupAsync(group).ConfigureAwait(false);
        }

        if (isRefused)
        {
            GroupAnswers.Refuse(batch, trial, members, decided);
            return true;
        }

        var posted = batch.Posted.Count + trial.Posted.Count;
        await DecideAsync(members).ConfigureAwait(false);
        return batch.Posted.Count == posted
            ? true
            : throw new InvalidOperationException("Another engine has changed what an atomic call was tried on.");
    }

    private Decision Decide(Pending pending) =>
        Decider.Decide(stock, pending.Command, new Moment(batch.Changes.Recorded, batch.Posted.Count));

    private async ValueTask LoadAsync(Needs needs, List<Pending> commands, int index)
    {
        await read(reader => _prefetched
            ? loader.LoadAsync(reader, stock, needs, batch)
            : PrefetchAsync(reader, commands, index)).ConfigureAwait(false);
        _prefetched = true;
    }

    // One command that misses something is rarely alone: ask for all of the rest of the batch at once. What the first
    // answer reveals (a SKU's number) leads to the next question (its balances), so this takes a few rounds.
    private async ValueTask PrefetchAsync(IStoreReader reader, List<Pending> commands, int from)
    {
        var missing = commands.GetRange(from, commands.Count - from);
        for (var round = 0; round < 4 && missing.Count > 0; round++)
        {
            var all = new Needs();
            missing.RemoveAll(pending =>
            {
                var needs = pending.IsGroup ? null : Decide(pending).Needs;
                if (needs is null || !batch.CanLoad(needs))
                {
                    return true;
                }

                needs.CopyTo(all);
                return false;
            });

            if (!all.IsEmpty)
            {
                await loader.LoadAsync(reader, stock, all, batch).ConfigureAwait(false);
            }
        }
    }
}
