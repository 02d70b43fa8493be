using Inventory.Catalog;
using Inventory.Commands;
using Inventory.References;
using Inventory.Variants;

namespace Inventory.Decisions;

/// <summary>Decides which SKU is which variant, and what may become of a template that has variants.</summary>
internal static class VariantDecider
{
    public static Sku? Decide(ref Working work, Sku sku, SetVariant set)
    {
        if (set.Template is null)
        {
            return sku with { Details = sku.Details with { Variant = null } };
        }

        if (work.FindTemplate(set.Template, "template") is not { } template)
        {
            return null;
        }

        var values = Values(ref work, template, set);
        if (values is null || Variants(ref work, template.Number) is not { } others)
        {
            return null;
        }

        var key = Key(template.Axes, values);
        if (others.Find(other => other.Sku.Number != sku.Number
            && Key(template.Axes, other.Sku.Variant!.Values) == key) is { } same)
        {
            work.Refuse(ErrorCodes.InvalidVariant, "values", key, null,
                $"{same.Sku.Code} is {key} of {template.Code} already; use that SKU or other values.");
        }

        return sku with { Details = sku.Details with { Variant = new Variant(template.Number, values) } };
    }

    /// <summary>Refuses axes that variants of a template lack a value for, or that make two of them one.</summary>
    public static void CheckAxes(ref Working work, VariantTemplate template, IReadOnlyList<VariantAxis> axes)
    {
        if (Variants(ref work, template.Number) is not { } variants)
        {
            return;
        }

        var seen = new Dictionary<string, SkuWindow>(StringComparer.Ordinal);
        foreach (var variant in variants)
        {
            var lost = axes.FirstOrDefault(axis => Find(axis, variant.Sku.Variant!.Values) is null);
            var key = lost is null ? Key(axes, variant.Sku.Variant!.Values) : string.Empty;
            if (lost is not null)
            {
                work.Refuse(ErrorCodes.InvalidVariant, "axes", lost.Name, null,
                    $"{variant.Sku.Code} has no value on the axis '{lost.Name}' as it would be; keep its value, or make a new template.");
            }
            else if (!seen.TryAdd(key, variant))
            {
                var stocked = variant.Sequence > 0 && seen[key].Sequence > 0;
                work.Refuse(stocked ? ErrorCodes.VariantHasStock : ErrorCodes.InvalidVariant, "axes", key, null,
                    $"{seen[key].Sku.Code} and {variant.Sku.Code} would both be {key}{(stocked ? ", and both have moved" : string.Empty)}; keep the axis they differ in.");
            }
        }
    }

    private static List<VariantValue>? Values(ref Working work, VariantTemplate template, SetVariant set)
    {
        var isWhole = true;
        for (var i = 0; i < set.Values.Count; i++)
        {
            var (axis, value) = (set.Values[i].Axis, set.Values[i].Value);
            var known = template.Axes.FirstOrDefault(each => IsSame(each.Name, axis));
            if (known is null || !known.Values.Any(each => IsSame(each, value))
                || set.Values.Take(i).Any(each => IsSame(each.Axis, axis)))
            {
                isWhole = false;
                work.Refuse(ErrorCodes.InvalidVariant, $"values[{i}]", $"{axis} {value}",
                    known is null ? string.Join(", ", template.Axes.Select(each => each.Name))
                        : string.Join(", ", known.Values),
                    $"{template.Code} has no axis '{axis}' with a value '{value}', or it is given twice; use one of its axes and values.");
            }
        }

        var values = new List<VariantValue>(template.Axes.Count);
        foreach (var axis in template.Axes)
        {
            if (Find(axis, set.Values) is { } value)
            {
                values.Add(new VariantValue(axis.Name, value));
            }
            else if (isWhole)
            {
                isWhole = false;
                work.Refuse(ErrorCodes.InvalidVariant, "values", null, axis.Name,
                    $"The axis '{axis.Name}' of {template.Code} has no value; give one of {string.Join(", ", axis.Values)}.");
            }
        }

        return isWhole ? values : null;
    }

    private static List<SkuWindow>? Variants(ref Working work, int template)
    {
        if (!work.Stock.TryGetVariants(template, out var numbers))
        {
            work.Needs.Variants.Add(template);
            return null;
        }

        var windows = new List<SkuWindow>(numbers.Count);
        foreach (var number in numbers)
        {
            if (work.Stock.FindSku(number) is { } window)
            {
                windows.Add(window);
            }
            else
            {
                work.Needs.SkuNumbers.Add(number);
            }
        }

        // One that a command before has taken out of the template is still in the store's answer.
        var isLoaded = windows.Count == numbers.Count;
        windows.RemoveAll(window => window.Sku.Variant?.Template != template);
        return isLoaded ? windows : null;
    }

    /// <summary>The axis's own spelling of the value given for it; null when there is none that it has.</summary>
    private static string? Find(VariantAxis axis, IReadOnlyList<VariantValue> values) =>
        values.FirstOrDefault(value => IsSame(value.Axis, axis.Name)) is { } given
            ? axis.Values.FirstOrDefault(value => IsSame(value, given.Value))
            : null;

    private static string Key(IReadOnlyList<VariantAxis> axes, IReadOnlyList<VariantValue> values) =>
        string.Join(", ", axes.Select(axis => $"{axis.Name} {Find(axis, values)}"));

    private static bool IsSame(string? one, string? other) => Codes.TryFold(one) is { } folded
        && string.Equals(folded, Codes.TryFold(other), StringComparison.Ordinal);
}
