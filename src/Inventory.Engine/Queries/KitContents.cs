using Inventory.Catalog;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>The SKUs that kits are made of, looked up level by level.</summary>
internal sealed class KitContents
{
    private readonly Dictionary<int, Sku> _skus = [];

    private KitContents()
    {
    }

    public static async ValueTask<KitContents> LoadAsync(IStoreReader reader, IEnumerable<Sku> skus)
    {
        var contents = new KitContents();
        var level = skus.ToList();
        while (level.Count > 0)
        {
            level.ForEach(sku => contents._skus[sku.Number] = sku);
            var missing = level.SelectMany(sku => sku.Components).Select(component => component.Sku)
                .Where(number => !contents._skus.ContainsKey(number)).ToHashSet();
            level = missing.Count == 0 ? []
                : [.. (await reader.GetSkusAsync(missing).ConfigureAwait(false)).Select(row => row.Sku)];
        }

        return contents;
    }

    /// <summary>What one step of a SKU takes of which goods: of what is no kit, itself.</summary>
    public Dictionary<int, long> Of(Sku sku)
    {
        var goods = new Dictionary<int, long>();
        Add(sku, 1, goods);
        return goods;
    }

    public Sku this[int number] => _skus[number];

    private void Add(Sku sku, long units, Dictionary<int, long> goods)
    {
        if (!sku.IsKit)
        {
            goods[sku.Number] = checked(goods.GetValueOrDefault(sku.Number) + units);
            return;
        }

        foreach (var component in sku.Components)
        {
            Add(_skus[component.Sku], checked(units * component.Steps), goods);
        }
    }
}
