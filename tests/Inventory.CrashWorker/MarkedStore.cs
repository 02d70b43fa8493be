using Inventory.Storage;

namespace Inventory.CrashWorker;

/// <summary>A store that says when a batch is inside its transaction.</summary>
internal sealed class MarkedStore(IInventoryStore store) : IInventoryStore
{
    public ValueTask<SchemaStatus> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        store.GetSchemaAsync(cancellationToken);

    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken = default) =>
        store.EnsureSchemaAsync(cancellationToken);

    public string GetSchemaScript() => store.GetSchemaScript();

    public ValueTask<OpenedLedger> OpenLedgerAsync(
        LedgerDefinition definition, CancellationToken cancellationToken = default) =>
        store.OpenLedgerAsync(definition, cancellationToken);

    public ValueTask<IStoreReader> ReadAsync(int ledger, CancellationToken cancellationToken = default) =>
        store.ReadAsync(ledger, cancellationToken);

    public async ValueTask<IStoreWriter> WriteAsync(int ledger, CancellationToken cancellationToken = default) =>
        BatchMarks.Around(await store.WriteAsync(ledger, cancellationToken));

    public ValueTask DisposeAsync() => store.DisposeAsync();
}
