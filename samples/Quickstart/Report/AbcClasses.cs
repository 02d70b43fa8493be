using Inventory.Samples.Quickstart.Year;

namespace Inventory.Samples.Quickstart.Report;

/// <summary>Sorts SKUs into classes by their part of the revenue.</summary>
internal static class AbcClasses
{
    private const decimal ShareOfA = 0.80m;
    private const decimal ShareOfAAndB = 0.95m;

    /// <summary>
    /// From the highest net revenue down, a SKU's class goes by the cumulative share of revenue with its own in it:
    /// up to 80 % is A, up to 95 % B, the rest C; the first is always A. A SKU that made nothing is C and not in the
    /// total.
    /// </summary>
    /// <returns>The class of each SKU, in the order given.</returns>
    public static Abc[] Of(IReadOnlyList<SkuSales> skus)
    {
        int[] earners = [.. Enumerable.Range(0, skus.Count).Where(i => skus[i].RevenueNet > 0)];
        Array.Sort(earners, (x, y) => CompareByRevenue(skus[x], skus[y]));

        Abc[] classes = new Abc[skus.Count];
        Array.Fill(classes, Abc.C);
        decimal total = earners.Sum(i => skus[i].RevenueNet);
        decimal running = 0;
        foreach (int i in earners)
        {
            bool isFirst = running == 0;
            running += skus[i].RevenueNet;
            classes[i] = isFirst || running <= ShareOfA * total ? Abc.A
                : running <= ShareOfAAndB * total ? Abc.B
                : Abc.C;
        }

        return classes;
    }

    private static int CompareByRevenue(SkuSales x, SkuSales y)
    {
        int order = y.RevenueNet.CompareTo(x.RevenueNet);
        return order != 0 ? order : string.CompareOrdinal(x.Sku, y.Sku);
    }
}
