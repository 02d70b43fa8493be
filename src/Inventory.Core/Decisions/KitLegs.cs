namespace Inventory.Decisions;

/// <summary>What a SKU is made of: a kit of its components, through kits in kits; any other of itself.</summary>
internal static class KitLegs
{
    /// <summary>The goods, each once, with what one step of the SKU takes; null while some are missing.</summary>
    public static IReadOnlyList<(SkuWindow Goods, long PerUnit)>? Of(ref Working work, SkuWindow window)
    {
        if (!window.Sku.IsKit)
        {
            return [(window, 1)];
        }

        var legs = new List<(SkuWindow Goods, long PerUnit)>();
        return Add(ref work, window, 1, legs) ? legs : null;
    }

    // Definitions admit no loops, so this ends.
    private static bool Add(ref Working work, SkuWindow kit, long units, List<(SkuWindow Goods, long PerUnit)> legs)
    {
        var isLoaded = true;
        foreach (var component in kit.Sku.Components)
        {
            var each = checked(units * component.Steps);
            if (work.Stock.FindSku(component.Sku) is not { } goods)
            {
                work.Needs.SkuNumbers.Add(component.Sku);
                isLoaded = false;
            }
            else if (goods.Sku.IsKit)
            {
                isLoaded &= Add(ref work, goods, each, legs);
            }
            else
            {
                var at = legs.FindIndex(leg => leg.Goods == goods);
                if (at < 0)
                {
                    legs.Add((goods, each));
                }
                else
                {
                    legs[at] = (goods, checked(legs[at].PerUnit + each));
                }
            }
        }

        return isLoaded;
    }
}
