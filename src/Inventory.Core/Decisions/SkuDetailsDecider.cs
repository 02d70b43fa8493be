using Inventory.Catalog;
using Inventory.Kits;
using Inventory.Lots;
using Inventory.Packs;
using Inventory.Policies;
using Inventory.Substitutes;
using Inventory.Variants;

namespace Inventory.Decisions;

/// <summary>Decides changes of what only some SKUs have.</summary>
internal static class SkuDetailsDecider
{
    public static void Decide(ref Working work, ChangeSkuDetails change)
    {
        if (change is SetLotRules lots)
        {
            LotRuleDecider.Check(ref work, lots);
        }

        if (work.FindSku(change.Sku, "sku") is not { } window)
        {
            return;
        }

        var sku = change switch
        {
            SetComponents kit => KitDecider.Decide(ref work, window, kit),
            SetPacks packs => PackDecider.Decide(ref work, window, packs),
            SetVariant variant => VariantDecider.Decide(ref work, window.Sku, variant),
            SetSubstitutes substitutes => SubstituteDecider.Decide(ref work, window.Sku, substitutes),
            SetSelling selling => Decide(ref work, window.Sku, selling),
            SetThresholds thresholds => Decide(ref work, window.Sku, thresholds),
            SetCategory category => Decide(ref work, window.Sku, category),
            SetShelfLife life => Decide(ref work, window.Sku, life),
            SetMeasures measures => Decide(ref work, window.Sku, measures),
            SetLotRules rules => LotRuleDecider.Decide(ref work, window.Sku, rules),
            _ => throw new ArgumentException($"{change.GetType().Name} is not a command of this library.",
                nameof(change)),
        };
        if (sku is not null && work.IsClear)
        {
            // What a SKU that never moved may still be told rests on its never having moved.
            var rests = change is SetComponents or SetPacks && window.Sequence == 0;
            CatalogDecider.Make(ref work, new CatalogChange(Sku: sku, RestsOnHead: rests), sku.Number);
        }
    }

    private static Sku? Decide(ref Working work, Sku sku, SetSelling set)
    {
        var rules = new List<ChannelRule>(set.Lines.Count);
        for (var i = 0; i < set.Lines.Count; i++)
        {
            var line = set.Lines[i];
            PolicyCheck.Check(ref work, line.Rule, $"lines[{i}]");
            var channel = line.Channel is null ? 0 : work.FindChannel(line.Channel, "channel", i)?.Number ?? -1;
            if (channel >= 0 && rules.Exists(rule => rule.Channel == channel))
            {
                work.Refuse(ErrorCodes.InvalidPolicy, $"lines[{i}].channel", line.Channel, null,
                    $"'{line.Channel ?? "all channels"}' has two rules; make them one.");
            }

            rules.Add(new ChannelRule(channel, line.Rule));
        }

        return sku with { Details = sku.Details with { Selling = rules } };
    }

    private static Sku? Decide(ref Working work, Sku sku, SetThresholds set) =>
        PolicyCheck.Check(ref work, set.Lines, "lines") is { } rules
            ? sku with { Details = sku.Details with { Thresholds = rules } }
            : null;

    private static Sku? Decide(ref Working work, Sku sku, SetShelfLife set)
    {
        if (set.Life is { IsSound: false } life)
        {
            work.Refuse(ErrorCodes.InvalidDates, "life", life.ToString(), $"1 to {ShelfLife.DaysMax} days",
                $"A shelf life has 1 to {ShelfLife.DaysMax} days, and removal and alert lie 0 to that many days before its end; correct it.");
        }

        if (set.Life is not null && sku.Tracking == Tracking.None)
        {
            work.Refuse(ErrorCodes.InvalidLotRequired, "life", null, "none",
                $"{sku.Code} is tracked by neither lot nor serial, so its units have no dates; leave the shelf life out.");
        }

        return sku with { Details = sku.Details with { ShelfLife = set.Life } };
    }

    private static Sku? Decide(ref Working work, Sku sku, SetMeasures set)
    {
        if (set.Measures is { IsSound: false } measures)
        {
            work.Refuse(ErrorCodes.InvalidField, "measures", measures.ToString(), $"0 to {SkuMeasures.Most} of each",
                "A base unit weighs nothing or more and takes no room or more; correct the measures.");
        }

        return sku with { Details = sku.Details with { Measures = set.Measures } };
    }

    private static Sku? Decide(ref Working work, Sku sku, SetCategory set)
    {
        var category = set.Category is null ? null : work.FindCategory(set.Category, "category");
        return sku with { Details = sku.Details with { Category = category?.Number ?? 0 } };
    }
}
