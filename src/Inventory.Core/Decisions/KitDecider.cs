using Inventory.Catalog;
using Inventory.Kits;

namespace Inventory.Decisions;

/// <summary>Decides what kits are put together from.</summary>
internal static class KitDecider
{
    public static Sku? Decide(ref Working work, SkuWindow kit, SetComponents set)
    {
        CheckKit(ref work, kit, set);
        var components = new List<KitComponent>(set.Components.Count);
        for (var i = 0; i < set.Components.Count; i++)
        {
            if (Component(ref work, set.Components[i], components, i) is { } component)
            {
                components.Add(component);
            }
        }

        CheckNesting(ref work, kit.Sku, components);
        return kit.Sku with { Details = kit.Sku.Details with { Components = components } };
    }

    /// <summary>Refuses a movement or count of a kit, which has no stock of its own.</summary>
    public static void CheckNoKit(ref Working work, Sku sku, string field, int line = -1)
    {
        if (sku.IsKit)
        {
            work.Refuse(ErrorCodes.InvalidForKit, Working.Path(field, line), sku.Code, null,
                $"{sku.Code} is a kit and has no stock of its own; move or count its components.");
        }
    }

    private static void CheckKit(ref Working work, SkuWindow kit, SetComponents set)
    {
        if (set.Components.Count > SetComponents.ComponentsMax)
        {
            work.Refuse(ErrorCodes.InvalidField, "components", Text(set.Components.Count),
                $"at most {SetComponents.ComponentsMax}",
                $"A kit has at most {SetComponents.ComponentsMax} components; make kits of some of them.");
        }

        if (set.Components.Count > 0 && kit.Sequence > 0)
        {
            work.Refuse(ErrorCodes.KitHasStock, "sku", kit.Sku.Code, "a SKU that never moved",
                $"{kit.Sku.Code} has been moved, so it has stock or a history of its own; make a kit of a new SKU.");
        }

        if (set.Components.Count > 0 && kit.Sku.BaseUnit.Step % 1 != 0)
        {
            work.Refuse(ErrorCodes.InvalidKitQuantity, "sku", StepCount.Text(kit.Sku.BaseUnit.Step), "whole units",
                $"{kit.Sku.Code} is sold in parts of a unit, and a part of a kit is none; use a SKU of whole units.");
        }
    }

    private static KitComponent? Component(ref Working work, KitPart part, List<KitComponent> before, int index)
    {
        var target = $"components[{index}]";
        if (part.Quantity.Amount <= 0)
        {
            work.Refuse(ErrorCodes.InvalidKitQuantity, $"{target}.quantity", part.Quantity.ToString(), "more than 0",
                $"{part.Quantity} of '{part.Sku}' is no part of a kit; give how much of it goes into one.");
        }

        if (work.FindSku(part.Sku, $"{target}.sku") is not { } window)
        {
            return null;
        }

        if (window.Sku.Type == SkuType.Service)
        {
            work.Refuse(ErrorCodes.InvalidForServiceItem, $"{target}.sku", part.Sku, null,
                $"{window.Sku.Code} is a service and holds no stock; leave it out of the kit.");
        }

        if (before.Exists(component => component.Sku == window.Sku.Number))
        {
            work.Refuse(ErrorCodes.InvalidField, $"{target}.sku", part.Sku, null,
                $"{window.Sku.Code} is there twice; add the quantities up.");
        }

        if (part.Quantity.Amount <= 0)
        {
            return null;
        }

        var steps = window.Sku.ToSteps(part.Quantity, Rounding.Reject, $"{target}.quantity", work.Errors);
        return steps > 0 ? new KitComponent(window.Sku.Number, steps) : null;
    }

    private static void CheckNesting(ref Working work, Sku kit, List<KitComponent> components)
    {
        var search = new SkuSearch(
            kit.Number, SetComponents.DepthMax, static sku => sku.Components.Select(component => component.Sku));
        if (search.Find(ref work, [.. components.Select(component => component.Sku)]) is { } path)
        {
            var isCycle = path[^1] == kit.Number;
            var names = SkuSearch.Names(work.Stock, [kit.Number, .. path]);
            work.Refuse(ErrorCodes.InvalidKitCycle, "components", names, $"at most {SetComponents.DepthMax} deep",
                isCycle
                    ? $"{kit.Code} would contain itself: {names}; take it out of one of them."
                    : $"Kits would lie more than {SetComponents.DepthMax} deep in each other: {names}; name the components themselves.");
        }
    }

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
