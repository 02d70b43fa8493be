using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Pipeline;

/// <summary>
/// The one way into a ledger: takes what is waiting, decides it in memory on the result of what was decided before,
/// writes one transaction for all of it, answers. While a batch is being written the next one is decided; it is sent
/// as soon as the one before is durable, with whatever has arrived until then.
/// </summary>
internal sealed class CommitPipeline
{
    private const int LookUpsMax = 256;

    private readonly IInventoryStore _store;
    private readonly InventoryOptions _options;
    private readonly PipelineEnvironment _environment;
    private readonly StockLoader _loader;
    private readonly BatchCommitter _committer;
    private readonly Stock _stock;

    // For how many more batches keys are looked up beforehand: commands sent again come in company, after a crash say.
    private int _lookUps = LookUpsMax;
    private Task<CommitOutcome>? _inFlight;
    private DecidedBatch? _inFlightBatch;

    // One that has landed, for the next but one: its collections need not grow again.
    private DecidedBatch? _spare;
    private long _lastCommit;
    private long _lastRecorded;
    private bool _isStale;

    // Out of the queue, and not on their way yet.
    private readonly List<Pending> _taken = [];

    public CommitPipeline(
        IInventoryStore store, Stock stock, InventoryOptions options, StockLoader loader, BatchCommitter committer,
        PipelineEnvironment environment)
    {
        _store = store;
        _stock = stock;
        _options = options;
        _environment = environment;
        _loader = loader;
        _committer = committer;
        Queue = new CommandQueue(options.QueueMax, environment.Work);
        (_lastCommit, _lastRecorded) = (stock.Ledger.LastCommit, stock.Ledger.LastRecorded);
        Completion = environment.Work.RunAsync(RunAsync);
    }

    public CommandQueue Queue { get; }

    /// <summary>Completes when the queue has been closed and everything in it answered.</summary>
    public Task Completion { get; }

    /// <summary>After this, what waits is refused instead of decided.</summary>
    public bool IsStopping { get; set; }

    private async Task RunAsync()
    {
        while (_taken.Count > 0 || await Queue.WaitAsync().ConfigureAwait(false))
        {
            try
            {
                await StepAsync().ConfigureAwait(false);
            }
            catch (Exception exception) when (exception is not OutOfMemoryException)
            {
                // Whatever went wrong while deciding, the store is as it was. Decide again from there, command by
                // command if need be, so that only a culprit fails.
                await LandAsync().ConfigureAwait(false);
                await _committer.RedecideAsync([.. _taken]).ConfigureAwait(false);
                _taken.Clear();
                _isStale = true;
            }
        }

        await LandAsync().ConfigureAwait(false);
    }

    private async ValueTask StepAsync()
    {
        var (decided, shares) = (0, default(LaneShares));

        // Before the store is asked anything: should that fail, there is somebody to be told.
        Queue.Take(_taken, _options.BatchMax, ref shares);
        await RefreshAsync().ConfigureAwait(false);
        var batch = NewBatch();
        do
        {
            // Callers answered a moment ago are about to send their next command: let them.
            await _environment.Work.YieldAsync().ConfigureAwait(false);
            Queue.Take(_taken, _options.BatchMax, ref shares);
            decided += await DecideAsync(batch, _taken, decided).ConfigureAwait(false);
        }
        while (decided == _taken.Count && _taken.Count < _options.BatchMax
            && await MayGrowAsync(shares).ConfigureAwait(false));

        await LandAsync().ConfigureAwait(false);
        if (_isStale)
        {
            // The batch rests on one that did not become durable as decided: decide it again on what did.
            await RefreshAsync().ConfigureAwait(false);
            batch = NewBatch();
            decided = await DecideAsync(batch, _taken, 0).ConfigureAwait(false);
        }

        batch.Changes.Complete(_stock);
        _taken.RemoveRange(0, decided);
        _inFlightBatch = batch;
        _inFlight = _environment.Work.RunAsync(() => _committer.CommitAsync(batch, _lastCommit));
        _ = _inFlight.ContinueWith(
            (_, _) => Queue.Signal.Set(), null, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
    }

    // A batch grows while something waits, and while the one before it is being written: not a moment longer.
    private async ValueTask<bool> MayGrowAsync(LaneShares shares)
    {
        if (Queue.CanFill(_options.BatchMax, shares))
        {
            return true;
        }

        if (_inFlight is not { IsCompleted: false } inFlight)
        {
            return false;
        }

        while (!inFlight.IsCompleted && !Queue.CanFill(_options.BatchMax, shares))
        {
            await Queue.Signal.WaitAsync().ConfigureAwait(false);
        }

        return true;
    }

    private DecidedBatch NewBatch()
    {
        _lastRecorded = Math.Max(Micros.Floor(_environment.Clock.GetCurrentInstant()), _lastRecorded);
        _stock.ForgetTraces();
        var batch = _spare?.Restart(_lastRecorded, _stock.Ledger) ?? new DecidedBatch(_lastRecorded, _stock.Ledger);
        _spare = null;
        return batch;
    }

    // Returns how many more of the commands have been decided, those included that have expired or been answered.
    private async ValueTask<int> DecideAsync(DecidedBatch batch, List<Pending> commands, int from)
    {
        var waiting = commands.GetRange(from, commands.Count - from);
        waiting.RemoveAll(Expired);
        if (waiting.Count == 0)
        {
            return commands.Count - from;
        }

        var applied = await AppliedAsync(waiting).ConfigureAwait(false);
        var decided = await new BatchDecider(_loader, _stock, batch, applied, ReadAsync)
            .DecideAsync(waiting).ConfigureAwait(false);
        batch.All.AddRange(waiting.Take(decided));
        return decided == waiting.Count ? commands.Count - from : commands.IndexOf(waiting[decided], from) - from;
    }

    private bool Expired(Pending pending)
    {
        if (pending.IsAnswered)
        {
            return true;
        }

        if (!IsStopping && _environment.Time.GetTimestamp() <= pending.Submission.Deadline)
        {
            return false;
        }

        _environment.Metrics.Busy(pending.Count);
        pending.Refuse(ErrorCodes.Busy, IsStopping
            ? "The inventory is being closed; send the command again when it is open."
            : "The command waited too long to be taken up; send it again later, with the same key.");
        return true;
    }

    private async ValueTask<AppliedCommands> AppliedAsync(List<Pending> commands)
    {
        var applied = new AppliedCommands(commands, ReadCommittedAsync);
        var isInFlight = _inFlightBatch is { } batch && commands.Exists(pending => pending.HasKey(batch.IsPosted));
        if (isInFlight && _inFlight is { } inFlight)
        {
            await inFlight.ConfigureAwait(false);
        }

        if (isInFlight || _lookUps > 0)
        {
            await applied.LookUpAsync().ConfigureAwait(false);
            _lookUps = applied.Count > 0 ? LookUpsMax : _lookUps - 1;
        }

        return applied;
    }

    // What is loaded must include what is on its way, because decisions already rest on it.
    private async ValueTask ReadAsync(Func<IStoreReader, ValueTask> use)
    {
        if (_inFlight is { } inFlight)
        {
            await inFlight.ConfigureAwait(false);
        }

        await ReadCommittedAsync(use).ConfigureAwait(false);
    }

    private async ValueTask ReadCommittedAsync(Func<IStoreReader, ValueTask> use)
    {
        var reader = await _store.ReadAsync(_stock.Ledger.Ledger).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await use(reader).ConfigureAwait(false);
        }
    }

    private async ValueTask LandAsync()
    {
        if (_inFlight is not { } inFlight)
        {
            return;
        }

        var outcome = await inFlight.ConfigureAwait(false);
        (_inFlight, _inFlightBatch, _spare) = (null, null, _inFlightBatch);
        _isStale |= !outcome.AsDecided;
        _lookUps = outcome.AsDecided ? _lookUps : LookUpsMax;
        _lastCommit = outcome.LastCommit;
    }

    private async ValueTask RefreshAsync()
    {
        if (!_isStale && _stock.Rows <= _options.CacheRowsMax)
        {
            return;
        }

        await LandAsync().ConfigureAwait(false);
        var ledger = await _store.ReadAsync(_stock.Ledger.Ledger, reader => reader.GetLedgerAsync())
            .ConfigureAwait(false);
        _stock.Reset(ledger);
        (_lastCommit, _lastRecorded) = (ledger.LastCommit, Math.Max(_lastRecorded, ledger.LastRecorded));
        _isStale = false;
    }
}
