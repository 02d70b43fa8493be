using Inventory.Catalog;

namespace Inventory.Decisions;

/// <summary>Follows links from SKU to SKU, to find a way back to one or a way that is too long.</summary>
/// <remarks>Every SKU is followed once: how far the links go below it is remembered.</remarks>
internal sealed class SkuSearch(int target, int lengthMax, Func<Sku, IEnumerable<int>> next)
{
    private readonly Dictionary<int, int> _heights = [];
    private readonly List<int> _path = [];

    /// <summary>
    /// The numbers on the first way found that ends at the target or is longer than allowed; null when there is none,
    /// or when a SKU is missing, which is noted.
    /// </summary>
    public IReadOnlyList<int>? Find(ref Working work, IReadOnlyList<int> starts)
    {
        foreach (var start in starts)
        {
            if (Visit(ref work, start) < 0)
            {
                return _path;
            }
        }

        return null;
    }

    /// <summary>The codes of SKUs on a way, as far as they are loaded.</summary>
    public static string Names(Stock stock, IEnumerable<int> path) =>
        string.Join(" > ", path.Select(number => stock.FindSku(number)?.Sku.Code ?? $"number {number}"));

    // How many links follow below a SKU, or less than zero with the way that is wrong left in the path.
    private int Visit(ref Working work, int number)
    {
        _path.Add(number);
        if (number == target || _path.Count + _heights.GetValueOrDefault(number) > lengthMax)
        {
            return -1;
        }

        if (!_heights.TryGetValue(number, out var height))
        {
            if (work.Stock.FindSku(number) is not { } window)
            {
                work.Needs.SkuNumbers.Add(number);
            }
            else
            {
                foreach (var other in next(window.Sku))
                {
                    var below = Visit(ref work, other);
                    if (below < 0)
                    {
                        return -1;
                    }

                    height = Math.Max(height, below + 1);
                }
            }

            _heights.Add(number, height);
        }

        _path.RemoveAt(_path.Count - 1);
        return height;
    }
}
