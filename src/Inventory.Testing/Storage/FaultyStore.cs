using System.Data.Common;
using System.Runtime.CompilerServices;
using Inventory.Storage;

namespace Inventory.Testing.Storage;

/// <summary>Passes calls on to another store, counts them, and fails or holds the ones it was told to.</summary>
/// <remarks>
/// <para>
/// Deterministic: the same calls in the same order meet the same faults. Every member of the port counts as one call
/// except disposal and <see cref="GetSchemaScript"/>; a stream is one call however many rows it has, made when its
/// first row is asked for.
/// </para>
/// <para>
/// To find every place where something can break, run an action with <c>FailBefore(n)</c> and <c>FailAfter(n)</c> for
/// n = 1, 2, 3 ... until it passes without a fault, and check the ledger after each.
/// </para>
/// <para>Safe for use from several threads; their order is then theirs to keep.</para>
/// </remarks>
public sealed class FaultyStore : IInventoryStore
{
    private readonly object _lock = new();
    private readonly Dictionary<(int Call, CallMoment Moment), Func<StoreCall, ValueTask>> _faults = [];
    private readonly IInventoryStore _inner;
    private int _calls;

    /// <summary>Creates a store that behaves like another one until told otherwise.</summary>
    /// <param name="inner">The store that does the work; disposed with this one.</param>
    public FaultyStore(IInventoryStore inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        _inner = inner;
    }

    /// <summary>How many calls have been made so far.</summary>
    public int Calls => Volatile.Read(ref _calls);

    /// <summary>
    /// Awaited before and after every call: for schedulers that decide who goes on, and for crash points, which
    /// throw. Null does nothing.
    /// </summary>
    public Func<StoreCall, ValueTask>? OnStep { get; set; }

    /// <summary>
    /// Lets a call fail before it has any effect, with a transient <see cref="InventoryStoreException"/>.
    /// </summary>
    /// <param name="call">The call's number, from 1.</param>
    public void FailBefore(int call) => Set(call, CallMoment.Before, Fail);

    /// <summary>
    /// Lets a call fail after its effect. A commit is then done although its caller gets a
    /// <see cref="CommitOutcomeUnknownException"/>.
    /// </summary>
    /// <param name="call">The call's number, from 1.</param>
    public void FailAfter(int call) => Set(call, CallMoment.After, Fail);

    /// <summary>Holds a call back until something else has happened.</summary>
    /// <param name="call">The call's number, from 1.</param>
    /// <param name="moment">Where to hold it.</param>
    /// <param name="until">What to wait for.</param>
    public void Delay(int call, CallMoment moment, Task until) => Set(call, moment, _ => new ValueTask(until));

    /// <summary>Forgets all faults and the count of calls.</summary>
    public void Reset()
    {
        lock (_lock)
        {
            _faults.Clear();
            _calls = 0;
        }
    }

    /// <inheritdoc/>
    public ValueTask<SchemaStatus> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        CallAsync(() => _inner.GetSchemaAsync(cancellationToken));

    /// <inheritdoc/>
    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken = default) =>
        CallAsync(() => _inner.EnsureSchemaAsync(cancellationToken));

    /// <inheritdoc/>
    public string GetSchemaScript() => _inner.GetSchemaScript();

    /// <inheritdoc/>
    public ValueTask<OpenedLedger> OpenLedgerAsync(LedgerDefinition definition,
        CancellationToken cancellationToken = default) =>
        CallAsync(() => _inner.OpenLedgerAsync(definition, cancellationToken));

    /// <inheritdoc/>
    public async ValueTask<IStoreReader> ReadAsync(int ledger, CancellationToken cancellationToken = default) =>
        new FaultyReader(this, await BeginAsync(() => _inner.ReadAsync(ledger, cancellationToken))
            .ConfigureAwait(false));

    /// <inheritdoc/>
    public async ValueTask<IStoreWriter> WriteAsync(int ledger, CancellationToken cancellationToken = default) =>
        new FaultyWriter(this, await BeginAsync(() => _inner.WriteAsync(ledger, cancellationToken))
            .ConfigureAwait(false));

    /// <inheritdoc/>
    public async ValueTask<IStoreWriter> EnlistAsync(
        int ledger, DbTransaction transaction, CancellationToken cancellationToken = default) =>
        new FaultyWriter(this, await BeginAsync(() => _inner.EnlistAsync(ledger, transaction, cancellationToken))
            .ConfigureAwait(false));

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _inner.DisposeAsync();

    internal async ValueTask<T> CallAsync<T>(Func<ValueTask<T>> call, [CallerMemberName] string member = "")
    {
        var number = Interlocked.Increment(ref _calls);
        await StepAsync(new StoreCall(number, member, CallMoment.Before)).ConfigureAwait(false);
        var answer = await call().ConfigureAwait(false);
        await StepAsync(new StoreCall(number, member, CallMoment.After)).ConfigureAwait(false);
        return answer;
    }

    internal async ValueTask CallAsync(Func<ValueTask> call, [CallerMemberName] string member = "")
    {
        var number = Interlocked.Increment(ref _calls);
        await StepAsync(new StoreCall(number, member, CallMoment.Before)).ConfigureAwait(false);
        await call().ConfigureAwait(false);
        await StepAsync(new StoreCall(number, member, CallMoment.After)).ConfigureAwait(false);
    }

    internal async IAsyncEnumerable<T> StreamAsync<T>(IAsyncEnumerable<T> rows, [CallerMemberName] string member = "")
    {
        var number = Interlocked.Increment(ref _calls);
        await StepAsync(new StoreCall(number, member, CallMoment.Before)).ConfigureAwait(false);
        await foreach (var row in rows.ConfigureAwait(false))
        {
            yield return row;
        }

        await StepAsync(new StoreCall(number, member, CallMoment.After)).ConfigureAwait(false);
    }

    // A unit of work that was begun but never handed out must be ended here, or its lock would stay.
    private async ValueTask<T> BeginAsync<T>(Func<ValueTask<T>> begin, [CallerMemberName] string member = "")
        where T : IAsyncDisposable
    {
        var number = Interlocked.Increment(ref _calls);
        await StepAsync(new StoreCall(number, member, CallMoment.Before)).ConfigureAwait(false);
        var begun = await begin().ConfigureAwait(false);
        try
        {
            await StepAsync(new StoreCall(number, member, CallMoment.After)).ConfigureAwait(false);
            return begun;
        }
        catch
        {
            await begun.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async ValueTask StepAsync(StoreCall call)
    {
        if (OnStep is { } step)
        {
            await step(call).ConfigureAwait(false);
        }

        Func<StoreCall, ValueTask>? fault;
        lock (_lock)
        {
            _faults.TryGetValue((call.Number, call.Moment), out fault);
        }

        if (fault is not null)
        {
            await fault(call).ConfigureAwait(false);
        }
    }

    private void Set(int call, CallMoment moment, Func<StoreCall, ValueTask> fault)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(call);
        lock (_lock)
        {
            _faults[(call, moment)] = fault;
        }
    }

    private static ValueTask Fail(StoreCall call)
    {
        var side = call.Moment == CallMoment.Before ? "before" : "after";
        var what = $"Injected {side} call {call.Number}, {call.Member}.";
        throw call is { Moment: CallMoment.After, Member: nameof(IStoreWriter.CommitAsync) }
            ? new CommitOutcomeUnknownException(what)
            : new InventoryStoreException(what, isTransient: true);
    }
}
