namespace Inventory.Samples.Quickstart.Year;

/// <summary>Gives each SKU a small number, so that half a million lines share a few thousand texts.</summary>
internal sealed class SkuIndex
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _numbersBySpan;
    private readonly List<SkuSales> _sales = [];

    public SkuIndex() => _numbersBySpan = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();

    public SkuSales this[int number] => _sales[number];

    public int NumberOf(ReadOnlySpan<char> sku)
    {
        if (_numbersBySpan.TryGetValue(sku, out int known))
        {
            return known;
        }

        SkuSales added = new(sku.ToString());
        _numbers.Add(added.Sku, _sales.Count);
        _sales.Add(added);
        return _sales.Count - 1;
    }

    /// <summary>All SKUs in ordinal order, and for each number given the SKU's place in that order.</summary>
    public (SkuSales[] Skus, int[] Places) InOrdinalOrder()
    {
        SkuSales[] sorted = [.. _sales];
        Array.Sort(sorted, static (x, y) => string.CompareOrdinal(x.Sku, y.Sku));
        int[] places = new int[sorted.Length];
        for (int place = 0; place < sorted.Length; place++)
        {
            places[_numbers[sorted[place].Sku]] = place;
        }

        return (sorted, places);
    }
}
