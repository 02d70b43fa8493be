using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.Pipeline;

/// <summary>Brings decided batches into the store and answers their callers, come what may.</summary>
/// <remarks>
/// A batch whose guards fail, or that fails as a whole, is decided again under the store's write lock, where nothing
/// can come in between; a batch that fails there too is split until only the culprit fails.
/// </remarks>
internal sealed class BatchCommitter(
    IInventoryStore store, int ledger, IReadOnlyList<BookDefinition> books, StockLoader loader, BatchWriter writer,
    PipelineEnvironment environment)
{
    private const int TriesMax = 4;

    /// <summary>Commits a batch and answers its callers. Never throws.</summary>
    public async Task<CommitOutcome> CommitAsync(DecidedBatch batch, long lastCommit)
    {
        try
        {
            if (batch.Posted.Count == 0)
            {
                if (!batch.HasRefusals || await IsLastAsync(lastCommit).ConfigureAwait(false))
                {
                    Answers.Give(batch, commit: 0);
                    Report(batch, environment.Time.GetTimestamp());
                    return new CommitOutcome(true, lastCommit);
                }
            }
            else if (await TryCommitAsync(batch, lastCommit).ConfigureAwait(false) is { } outcome)
            {
                return outcome;
            }
        }
        catch (CommitOutcomeUnknownException unknown)
        {
            if (await TrySettleAsync(batch, unknown).ConfigureAwait(false))
            {
                return CommitOutcome.Stale;
            }
        }
        catch (WriteLockException busy)
        {
            Log.StoreLocked(environment.Logger, batch.All.Count, busy);
            batch.All.ForEach(pending => pending.Submission.Fail(busy));
            return CommitOutcome.Stale;
        }
        catch (DuplicateCommandException)
        {
            Log.SentAgain(environment.Logger, batch.All.Count);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Log.BatchFailed(environment.Logger, batch.All.Count, exception);
        }

        await RedecideAsync(batch.All).ConfigureAwait(false);
        return CommitOutcome.Stale;
    }

    /// <summary>
    /// Decides commands again under the write lock, commits them and answers their callers. Never throws.
    /// </summary>
    public async Task RedecideAsync(List<Pending> commands)
    {
        for (var tries = 1; commands.Count > 0; tries++)
        {
            try
            {
                commands = await CommitLockedAsync(commands).ConfigureAwait(false);
                tries = 0;
            }
            catch (InventoryStoreException exception) when (MayPass(exception) && tries < TriesMax)
            {
                Log.StoreBusy(environment.Logger, tries, exception);
                await PauseAsync(tries).ConfigureAwait(false);
            }
            catch (OverflowException) when (commands.Count == 1)
            {
                commands[0].Refuse(ErrorCodes.InvalidQuantity,
                    "A quantity or cost adds up to more than the ledger can hold.");
                return;
            }
            catch (CommitOutcomeUnknownException unknown)
            {
                FailUnknown(commands, unknown);
                return;
            }
            catch (Exception exception) when (commands.Count > 1
                && exception is not InventoryStoreException { IsTransient: true })
            {
                await RedecideAsync(commands.GetRange(0, commands.Count / 2)).ConfigureAwait(false);
                commands = commands.GetRange(commands.Count / 2, commands.Count - commands.Count / 2);
                tries = 0;
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                commands.ForEach(pending => pending.Submission.Fail(exception));
                return;
            }
        }
    }

    private ValueTask<CommitOutcome?> TryCommitAsync(DecidedBatch batch, long lastCommit) =>
        store.WriteAsync(ledger, transaction => TryCommitAsync(transaction, batch, lastCommit));

    private async ValueTask<CommitOutcome?> TryCommitAsync(IStoreWriter transaction, DecidedBatch batch,
        long lastCommit)
    {
        var started = environment.Time.GetTimestamp();
        var state = await transaction.GetLedgerAsync().ConfigureAwait(false);
        var isFresh = state.LastCommit == lastCommit;

        // A refusal is never given on stale ground; what is posted is guarded row by row.
        if ((batch.HasRefusals && !isFresh)
            || !await writer.TryCommitAsync(transaction, batch, state.LastCommit + 1).ConfigureAwait(false))
        {
            Log.GuardFailed(environment.Logger, batch.All.Count);
            return null;
        }

        Answers.Give(batch, state.LastCommit + 1);
        Report(batch, started);
        return isFresh ? new CommitOutcome(true, state.LastCommit + 1) : CommitOutcome.Stale;
    }

    // Returns the commands that build on history to which those before them have added: they come next.
    private async ValueTask<List<Pending>> CommitLockedAsync(List<Pending> commands)
    {
        DecidedBatch? batch = null;
        var open = commands.FindAll(pending => !pending.IsAnswered);
        var decided = 0;
        try
        {
            await store.WriteAsync(ledger, async transaction =>
            {
                var started = environment.Time.GetTimestamp();
                (batch, decided, var commit) = await BatchDecider
                    .DecideAsync(transaction, loader, books, environment.Clock, open).ConfigureAwait(false);
                if (batch.Posted.Count > 0
                    && !await writer.TryCommitAsync(transaction, batch, commit).ConfigureAwait(false))
                {
                    throw new InventoryCorruptionException(
                        "A guard failed although the store was locked; run VerifyAsync.");
                }

                Answers.Give(batch, commit);
                environment.Metrics.Redecided();
                Report(batch, started);
                return true;
            }).ConfigureAwait(false);
        }
        catch (CommitOutcomeUnknownException unknown)
        {
            if (!await TrySettleAsync(batch!, unknown).ConfigureAwait(false))
            {
                throw;
            }
        }

        return open.GetRange(decided, open.Count - decided);
    }

    // A lost reply to a commit is neither success nor failure: the command records decide, on a fresh connection.
    // True when the callers have been answered, one way or the other; false when it did not happen so far.
    private async ValueTask<bool> TrySettleAsync(DecidedBatch batch, CommitOutcomeUnknownException unknown)
    {
        Log.OutcomeUnknown(environment.Logger, batch.All.Count, unknown);
        for (var tries = 1; tries <= TriesMax; tries++)
        {
            try
            {
                if (!await HasLandedAsync(batch).ConfigureAwait(false))
                {
                    return false;
                }

                Answers.Give(batch, batch.Commit);
                return true;
            }
            catch (InventoryStoreException) when (tries < TriesMax)
            {
                await PauseAsync(tries).ConfigureAwait(false);
            }
            catch (InventoryStoreException)
            {
                break;
            }
        }

        FailUnknown(batch.All, unknown);
        return true;
    }

    // Somebody else may have used a key, and even the commit's number, meanwhile: only all of its very records say
    // that the batch landed.
    private async ValueTask<bool> HasLandedAsync(DecidedBatch batch)
    {
        var keys = batch.Posted.Select((posted, ordinal) => (posted.Command.Key, ordinal))
            .ToDictionary(pair => pair.Key, pair => pair.ordinal);
        var found = await store.ReadAsync(ledger, reader => reader.FindCommandsAsync(keys.Keys)).ConfigureAwait(false);
        return found.Count == keys.Count && found.All(record =>
            (record.Commit, record.Ordinal, record.Recorded)
                == (batch.Commit, keys[record.Key], batch.Changes.Recorded));
    }

    // What a commit left on the disk may be found there after a crash although it is not there now.
    private static void FailUnknown(List<Pending> commands, CommitOutcomeUnknownException unknown) =>
        commands.ForEach(pending => pending.Submission.Fail(new CommitOutcomeUnknownException(
            $"Whether the command '{pending.Command.Key}' took effect could not be found out; "
            + "send it again with the same key.", unknown)));

    // What has no effect is said, so that somebody can find out why an event came twice, or for nothing.
    private void Report(DecidedBatch batch, long started)
    {
        environment.Metrics.Answered(batch, started);
        var repeated = batch.Repeated.Count + batch.Settled.Count(settled => settled.Result.Succeeded);
        if (repeated > 0)
        {
            Log.Repeated(environment.Logger, repeated);
        }

        var unknown = batch.Settled.Count(settled =>
            settled.Result.Errors.Any(error => error.Code == ErrorCodes.ReservationNotFound));
        if (unknown > 0)
        {
            Log.ReservationUnknown(environment.Logger, unknown);
        }
    }

    private Task PauseAsync(int tries) => Task.Delay(TimeSpan.FromMilliseconds(20 << tries), environment.Time);

    // The store has waited for its lock as long as it may: to wait again would keep the callers from their answer.
    private static bool MayPass(InventoryStoreException exception) => exception is not WriteLockException
        && (exception.IsTransient || exception is CommitOutcomeUnknownException);

    private async ValueTask<bool> IsLastAsync(long lastCommit) =>
        (await store.ReadAsync(ledger, reader => reader.GetLedgerAsync()).ConfigureAwait(false)).LastCommit
            == lastCommit;
}
