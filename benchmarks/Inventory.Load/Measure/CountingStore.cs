using System.Reflection;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Load.Measure;

/// <summary>A store that passes every call on and counts the rows it reads and writes.</summary>
/// <remarks>
/// Too slow to be timed. Rows read are counted when a reader ends; rows written as the batch names them.
/// </remarks>
internal sealed class CountingStore : IAsyncDisposable
{
    private long _rowsRead;
    private long _rowsWritten;

    public IInventoryStore Store { get; private init; } = null!;

    public long RowsRead => Interlocked.Read(ref _rowsRead);

    public long RowsWritten => Interlocked.Read(ref _rowsWritten);

    public static CountingStore Around(IInventoryStore inner)
    {
        var proxy = DispatchProxy.Create<IInventoryStore, Proxy>();
        var counting = new CountingStore { Store = proxy };
        ((Proxy)(object)proxy).Set(inner, counting);
        return counting;
    }

    public ValueTask DisposeAsync() => Store.DisposeAsync();

    private async ValueTask<T> CountAsync<T>(ValueTask<T> opened)
        where T : class, IStoreReader
    {
        var proxy = DispatchProxy.Create<T, Proxy>();
        ((Proxy)(object)proxy).Set(await opened, this);
        return proxy;
    }

    /// <summary>Stands in for a store, a reader or a writer.</summary>
    public class Proxy : DispatchProxy
    {
        private object _inner = null!;
        private CountingStore _counts = null!;

        internal void Set(object inner, CountingStore counts) => (_inner, _counts) = (inner, counts);

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IAsyncDisposable.DisposeAsync) && _inner is IStoreReader reader)
            {
                Interlocked.Add(ref _counts._rowsRead, reader.RowsRead);
            }
            else if (targetMethod.Name == nameof(IStoreWriter.TryWriteAsync))
            {
                Interlocked.Add(ref _counts._rowsWritten,
                    Rows((CommitBatch)args![0]!, (IReadOnlyList<CommandRecord>)args[1]!));
            }

            return targetMethod.Name switch
            {
                nameof(IInventoryStore.ReadAsync) =>
                    Box(_counts.CountAsync((ValueTask<IStoreReader>)targetMethod.Invoke(_inner, args)!)),
                nameof(IInventoryStore.WriteAsync) =>
                    Box(_counts.CountAsync((ValueTask<IStoreWriter>)targetMethod.Invoke(_inner, args)!)),
                _ => targetMethod.Invoke(_inner, args),
            };
        }

        private static object Box<T>(ValueTask<T> opened) => opened;

        // The commit and the ledger's counters are one row each.
        private static long Rows(CommitBatch batch, IReadOnlyList<CommandRecord> commands) =>
            batch.Entries.Count + batch.Promises.Count + batch.Heads.Count + batch.Positions.Count
                + batch.Balances.Count
            + batch.Lots.Count + batch.Legs.Count + batch.Reversed.Count + batch.Skus.Count + commands.Count
                + 2;
    }
}
