using Inventory.Storage;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>
/// The store as one engine has it: says when it writes and when it has committed, and lacks the guards that it is
/// told to lack.
/// </summary>
internal sealed class EngineStore(IInventoryStore inner, Guard removed) : IInventoryStore
{
    // What this engine alone would take for the last commit.
    private long _ownCommit;

    /// <summary>Called when the write transaction begins and when it ends.</summary>
    public Action<bool> OnWriting { get; set; } = _ => { };

    /// <summary>Called when a transaction has been committed.</summary>
    public Action OnCommitted { get; set; } = () => { };

    public ValueTask<SchemaStatus> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        inner.GetSchemaAsync(cancellationToken);

    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken = default) =>
        inner.EnsureSchemaAsync(cancellationToken);

    public string GetSchemaScript() => inner.GetSchemaScript();

    public async ValueTask<OpenedLedger> OpenLedgerAsync(
        LedgerDefinition definition, CancellationToken cancellationToken = default)
    {
        var opened = await inner.OpenLedgerAsync(definition, cancellationToken);
        _ownCommit = opened.State.LastCommit;
        return opened;
    }

    public async ValueTask<IStoreReader> ReadAsync(int ledger, CancellationToken cancellationToken = default)
    {
        var reader = await inner.ReadAsync(ledger, cancellationToken);
        return !removed.HasFlag(Guard.FreshRefusal) ? reader : Intercepted<IStoreReader>.Around(reader, (call, go) =>
            call.Method.Name == nameof(IStoreReader.GetLedgerAsync) ? StaleAsync(reader) : go());
    }

    public async ValueTask<IStoreWriter> WriteAsync(int ledger, CancellationToken cancellationToken = default)
    {
        var writer = await inner.WriteAsync(ledger, cancellationToken);
        OnWriting(true);
        return Intercepted<IStoreWriter>.Around(writer, (call, go) => call.Method.Name switch
        {
            nameof(IStoreWriter.TryWriteAsync) when removed is not (Guard.None or Guard.FreshRefusal) =>
                Unguarded.TryWriteAsync(removed, writer, call.First<Decisions.CommitBatch>(),
                    call.Second<IReadOnlyList<Ledger.CommandRecord>>()),
            nameof(IStoreWriter.CommitAsync) => CommitAsync(writer),
            nameof(IAsyncDisposable.DisposeAsync) => EndAsync(writer),
            _ => go(),
        });
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    private async ValueTask<Ledger.LedgerState> StaleAsync(IStoreReader reader) =>
        await reader.GetLedgerAsync() with { LastCommit = _ownCommit };

    private async ValueTask CommitAsync(IStoreWriter writer)
    {
        var state = await writer.GetLedgerAsync();
        await writer.CommitAsync();
        _ownCommit = state.LastCommit;
        OnCommitted();
    }

    private async ValueTask EndAsync(IStoreWriter writer)
    {
        await writer.DisposeAsync();
        OnWriting(false);
    }
}
