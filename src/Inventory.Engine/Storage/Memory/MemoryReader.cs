using System.Runtime.CompilerServices;

namespace Inventory.Storage.Memory;

/// <summary>Reads the rows of one ledger as they stood at one moment.</summary>
internal partial class MemoryReader : IStoreReader
{
    private readonly CancellationToken _cancellationToken;
    private bool _isDisposed;

    public MemoryReader(LedgerTables tables, CancellationToken cancellationToken)
    {
        Tables = tables;
        _cancellationToken = cancellationToken;
    }

    public long RowsRead { get; private set; }

    protected LedgerTables Tables { get; }

    public virtual ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return default;
    }

    protected void Check()
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        _cancellationToken.ThrowIfCancellationRequested();
    }

    private static T? FirstOf<T>(IEnumerable<T> rows, Func<T, bool> belongs)
        where T : struct
    {
        foreach (var row in rows)
        {
            return belongs(row) ? row : null;
        }

        return null;
    }

    private ValueTask<IReadOnlyList<T>> Found<T>(IEnumerable<T> rows)
    {
        Check();
        List<T> found = [.. rows];
        RowsRead += found.Count;
        return new(found);
    }

    // What is not found is left out.
    private static IEnumerable<TValue> Values<TKey, TValue>(Table<TKey, TValue> table, IEnumerable<TKey> keys)
        where TKey : IComparable<TKey>
    {
        foreach (var key in keys)
        {
            if (table.TryGet(key, out var value))
            {
                yield return value;
            }
        }
    }

    private ValueTask<T> One<T>(T answer, int rows)
    {
        Check();
        RowsRead += rows;
        return new(answer);
    }

    private async IAsyncEnumerable<T> Stream<T>(
        IEnumerable<T> rows, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Check();
        await Task.CompletedTask.ConfigureAwait(false);
        foreach (var row in rows)
        {
            Check();
            cancellationToken.ThrowIfCancellationRequested();
            RowsRead++;
            yield return row;
        }
    }
}
