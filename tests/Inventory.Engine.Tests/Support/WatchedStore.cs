using System.Reflection;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Engine.Tests.Support;

/// <summary>Another store with something to do before its reads and writes and around its commits.</summary>
internal sealed class WatchedStore(IInventoryStore inner) : IInventoryStore
{
    /// <summary>Called before a reader is opened.</summary>
    public Func<Task> OnRead { get; set; } = () => Task.CompletedTask;

    /// <summary>Called before commands are written.</summary>
    public Action<IReadOnlyList<CommandRecord>> OnWrite { get; set; } = _ => { };

    /// <summary>Called in place of a commit, with what commits.</summary>
    public Func<Func<ValueTask>, ValueTask> OnCommit { get; set; } = commit => commit();

    public ValueTask<SchemaStatus> GetSchemaAsync(CancellationToken cancellationToken = default) =>
        inner.GetSchemaAsync(cancellationToken);

    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken = default) =>
        inner.EnsureSchemaAsync(cancellationToken);

    public string GetSchemaScript() => inner.GetSchemaScript();

    public ValueTask<OpenedLedger> OpenLedgerAsync(LedgerDefinition definition,
        CancellationToken cancellationToken = default) =>
        inner.OpenLedgerAsync(definition, cancellationToken);

    public async ValueTask<IStoreReader> ReadAsync(int ledger, CancellationToken cancellationToken = default)
    {
        await OnRead();
        return await inner.ReadAsync(ledger, cancellationToken);
    }

    public async ValueTask<IStoreWriter> WriteAsync(int ledger, CancellationToken cancellationToken = default)
    {
        var proxy = DispatchProxy.Create<IStoreWriter, Writer>();
        ((Writer)(object)proxy).Watch(this, await inner.WriteAsync(ledger, cancellationToken));
        return proxy;
    }

    public ValueTask DisposeAsync() => inner.DisposeAsync();

    /// <summary>A writer that passes everything on.</summary>
    public class Writer : DispatchProxy
    {
        private WatchedStore? _store;
        private IStoreWriter? _inner;

        internal void Watch(WatchedStore store, IStoreWriter inner) => (_store, _inner) = (store, inner);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            switch (targetMethod!.Name)
            {
                case nameof(IStoreWriter.TryWriteAsync):
                    _store!.OnWrite((IReadOnlyList<CommandRecord>)args![1]!);
                    break;
                case nameof(IStoreWriter.CommitAsync):
                    return new ValueTask(_store!.OnCommit(_inner!.CommitAsync).AsTask());
                default:
                    break;
            }

            try
            {
                return targetMethod.Invoke(_inner, args);
            }
            catch (TargetInvocationException thrown) when (thrown.InnerException is not null)
            {
                System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown.InnerException);
                throw;
            }
        }
    }
}
