namespace Inventory.Verification;

/// <summary>Rows by key in two lists: quick where most rows are added at the end, as a ledger's are.</summary>
internal sealed class OrderedRows<TKey, T>
    where TKey : IComparable<TKey>
{
    private readonly List<TKey> _keys = [];
    private readonly List<T> _rows = [];

    public int Count => _keys.Count;

    public IEnumerable<T> All => _rows;

    public T this[TKey key] => _rows[_keys.BinarySearch(key)];

    public T At(int index) => _rows[index];

    public bool Contains(TKey key) => _keys.BinarySearch(key) >= 0;

    public void Put(TKey key, T row)
    {
        var index = _keys.Count > 0 && _keys[^1].CompareTo(key) < 0 ? ~_keys.Count : _keys.BinarySearch(key);
        if (index >= 0)
        {
            _rows[index] = row;
        }
        else
        {
            _keys.Insert(~index, key);
            _rows.Insert(~index, row);
        }
    }

    public void Remove(TKey key)
    {
        var index = _keys.BinarySearch(key);
        if (index >= 0)
        {
            _keys.RemoveAt(index);
            _rows.RemoveAt(index);
        }
    }

    public void RemoveFrom(TKey key)
    {
        var index = FirstIndexAtOrAfter(key);
        _keys.RemoveRange(index, _keys.Count - index);
        _rows.RemoveRange(index, _rows.Count - index);
    }

    public int LastIndexAtOrBefore(TKey key)
    {
        var index = _keys.BinarySearch(key);
        return index >= 0 ? index : ~index - 1;
    }

    public IEnumerable<T> Range(TKey from, TKey before)
    {
        for (var i = FirstIndexAtOrAfter(from); i < _keys.Count && _keys[i].CompareTo(before) < 0; i++)
        {
            yield return _rows[i];
        }
    }

    private int FirstIndexAtOrAfter(TKey key)
    {
        var index = _keys.BinarySearch(key);
        return index >= 0 ? index : ~index;
    }
}
