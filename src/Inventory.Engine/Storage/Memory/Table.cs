using System.Collections.Immutable;

namespace Inventory.Storage.Memory;

/// <summary>Rows in key order. A fork costs nothing: what neither side has changed since stays shared.</summary>
/// <remarks>
/// A fork that nobody changes may be read from several threads. What is being enumerated stands as it was when the
/// enumeration began, so rows may be written while others are read.
/// </remarks>
internal sealed class Table<TKey, TRow>
    where TKey : IComparable<TKey>
{
    private static readonly ByKey Order = new();

    private ImmutableList<KeyValuePair<TKey, TRow>> _rows = [];
    private ImmutableList<KeyValuePair<TKey, TRow>>.Builder? _changing;

    public int Count => _changing?.Count ?? _rows.Count;

    public Table<TKey, TRow> Fork() => new() { _rows = Snapshot() };

    public bool TryGet(TKey key, out TRow row)
    {
        var at = Find(key);
        row = at < 0 ? default! : At(at).Value;
        return at >= 0;
    }

    public void Set(TKey key, TRow row)
    {
        var at = Find(key);
        var rows = _changing ??= _rows.ToBuilder();
        if (at >= 0)
        {
            rows[at] = new(key, row);
        }
        else
        {
            rows.Insert(~at, new(key, row));
        }
    }

    /// <summary>Sets a row, or removes it where nothing of it is left.</summary>
    public void Set(TKey key, TRow row, long left)
    {
        if (left == 0)
        {
            Remove(key);
        }
        else
        {
            Set(key, row);
        }
    }

    public void Remove(TKey key)
    {
        var at = Find(key);
        if (at >= 0)
        {
            (_changing ??= _rows.ToBuilder()).RemoveAt(at);
        }
    }

    /// <summary>Rows from a key on, that one included.</summary>
    public IEnumerable<TRow> From(TKey key)
    {
        var (rows, at) = Seek(key);
        for (var i = at < 0 ? ~at : at; i < rows.Count; i++)
        {
            yield return rows[i].Value;
        }
    }

    /// <summary>Rows after a key.</summary>
    public IEnumerable<TRow> After(TKey key)
    {
        var (rows, at) = Seek(key);
        for (var i = at < 0 ? ~at : at + 1; i < rows.Count; i++)
        {
            yield return rows[i].Value;
        }
    }

    /// <summary>Rows from a key down, that one included, last first.</summary>
    public IEnumerable<TRow> DownFrom(TKey key)
    {
        var (rows, at) = Seek(key);
        for (var i = at < 0 ? ~at - 1 : at; i >= 0; i--)
        {
            yield return rows[i].Value;
        }
    }

    public IEnumerable<TKey> Keys() => Snapshot().Select(slot => slot.Key);

    public IEnumerable<TRow> Rows() => Snapshot().Select(slot => slot.Value);

    private ImmutableList<KeyValuePair<TKey, TRow>> Snapshot() =>
        _changing is null ? _rows : _rows = _changing.ToImmutable();

    private (ImmutableList<KeyValuePair<TKey, TRow>> Rows, int At) Seek(TKey key)
    {
        var rows = Snapshot();
        return (rows, rows.BinarySearch(new(key, default!), Order));
    }

    private int Find(TKey key) => _changing is null
        ? _rows.BinarySearch(new(key, default!), Order)
        : _changing.BinarySearch(new(key, default!), Order);

    private KeyValuePair<TKey, TRow> At(int index) => _changing is null ? _rows[index] : _changing[index];

    private sealed class ByKey : IComparer<KeyValuePair<TKey, TRow>>
    {
        public int Compare(KeyValuePair<TKey, TRow> x, KeyValuePair<TKey, TRow> y) => x.Key.CompareTo(y.Key);
    }
}
