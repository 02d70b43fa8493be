using Inventory.Commands;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Pipeline;

/// <summary>Decides the commands of a batch one after the other, each on the result of the one before.</summary>
internal sealed class BatchDecider(StockLoader loader)
{
    private const int RoundsMax = 64;

    /// <summary>
    /// Decides commands into a batch, and returns how many: it stops before a command that builds on history
    /// which the batch itself adds
    /// to. What is not loaded yet is loaded once for all of them, through a reader on what has been
    /// committed, after whatever is on its
    /// way.
    /// </summary>
    public async ValueTask<int> DecideAsync(
        Stock stock, DecidedBatch batch, List<Pending> commands, AppliedCommands applied,
        Func<Func<IStoreReader, ValueTask>, ValueTask> read)
    {
        var prefetched = false;
        for (var i = 0; i < commands.Count; i++)
        {
            var pending = commands[i];
            var payload = pending.Command.ComputePayload();
            if (TryRepeat(batch, pending, payload, applied, stock.Ledger.CostScale))
            {
                continue;
            }

            var decision = Decide(stock, batch, pending);
            for (var round = 0; decision.Needs is { } needs; round++)
            {
                if (!batch.CanLoad(needs))
                {
                    return i;
                }

                if (round == RoundsMax)
                {
                    throw new InventoryCorruptionException(
                        $"The command '{pending.Command.Key}' keeps asking for what has been loaded.");
                }

                var from = i;
                await read(reader => prefetched
                    ? loader.LoadAsync(reader, stock, needs)
                    : PrefetchAsync(reader, stock, batch, commands, from)).ConfigureAwait(false);
                prefetched = true;
                decision = Decide(stock, batch, pending);
            }

            if (decision.Refused is not null && !applied.AreKnown)
            {
                // Applied before, it is answered as it was then, whatever has become of the stock since.
                await applied.LookUpAsync(commands).ConfigureAwait(false);
                if (TryRepeat(batch, pending, payload, applied, stock.Ledger.CostScale))
                {
                    continue;
                }
            }

            Take(stock, batch, pending, payload, decision);
        }

        return commands.Count;
    }

    private static Decision Decide(Stock stock, DecidedBatch batch, Pending pending) =>
        Decider.Decide(stock, pending.Command, new Moment(batch.Changes.Recorded, batch.Posted.Count));

    private static void Take(Stock stock, DecidedBatch batch, Pending pending, Digest payload, Decision decision)
    {
        if (decision.Posted is { } change)
        {
            stock.Apply(change, batch.Changes);
            batch.Post(pending, payload);
        }
        else
        {
            batch.Settle(pending, new Result<Posted>(decision.Refused!.ToArray()));
        }
    }

    private static bool TryRepeat(
        DecidedBatch batch, Pending pending, Digest payload, AppliedCommands applied, int costScale)
    {
        var key = pending.Command.Key;
        if (key.IsDefault)
        {
            return false;
        }

        if (applied.TryGet(key, out var record))
        {
            batch.Settle(pending, record.Payload == payload ? Answers.Repeat(record, costScale) : Answers
                .Mismatch(key));
            return true;
        }

        if (!batch.TryGetPosted(key, out var before, out var ordinal))
        {
            return false;
        }

        if (before == payload)
        {
            batch.Repeat(pending, ordinal);
        }
        else
        {
            batch.Settle(pending, Answers.Mismatch(key));
        }

        return true;
    }

    // One command that misses something is rarely alone: ask for all of the rest of the batch at once. What
    // the first answer
    // reveals (a SKU's number) leads to the next question (its balances), so this takes a few rounds.
    private async ValueTask PrefetchAsync(
        IStoreReader reader, Stock stock, DecidedBatch batch, List<Pending> commands, int from)
    {
        var missing = commands.GetRange(from, commands.Count - from);
        for (var round = 0; round < 4 && missing.Count > 0; round++)
        {
            var all = new Needs();
            missing.RemoveAll(pending =>
            {
                var needs = Decide(stock, batch, pending).Needs;
                if (needs is null || !batch.CanLoad(needs))
                {
                    return true;
                }

                needs.CopyTo(all);
                return false;
            });

            if (!all.IsEmpty)
            {
                await loader.LoadAsync(reader, stock, all).ConfigureAwait(false);
            }
        }
    }
}
