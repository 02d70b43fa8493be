using Inventory.Catalog;
using Inventory.Locations;
using Inventory.References;

namespace Inventory.Policies;

/// <summary>When a SKU is ordered and counted at a place, each value with where it was set.</summary>
/// <remarks>
/// Each value by itself comes from the first that has set it: the SKU at the place or the nearest one above, the
/// SKU, its category (nearest first) at the place or the nearest one above, its category (nearest first), the
/// default. Amounts are in the SKU's base unit; null where nobody has set one. Immutable.
/// </remarks>
public sealed record EffectiveThresholds
{
    /// <summary>Order when what is available falls to this.</summary>
    public required Effective<decimal?> ReorderPoint { get; init; }

    /// <summary>What is kept against the unforeseen.</summary>
    public required Effective<decimal?> SafetyStock { get; init; }

    /// <summary>The least there should be.</summary>
    public required Effective<decimal?> Minimum { get; init; }

    /// <summary>The most there should be.</summary>
    public required Effective<decimal?> Maximum { get; init; }

    /// <summary>Days from order to receipt.</summary>
    public required Effective<int?> LeadTimeDays { get; init; }

    /// <summary>Count at least once in this many days.</summary>
    public required Effective<int?> CountEveryDays { get; init; }

    /// <summary>Puts the thresholds together.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="places">The place and those it lies in, nearest first; none for everywhere.</param>
    /// <param name="categories">The SKU's category and those above it, nearest first.</param>
    /// <param name="defaults">What holds where nobody has said anything; null is nothing.</param>
    /// <returns>
    /// The thresholds, or <c>Invalid.Policy</c> with both sources for each of minimum, reorder point and safety stock
    /// that is above the maximum.
    /// </returns>
    public static Result<EffectiveThresholds> Of(
        Sku sku, IReadOnlyList<Location> places, IReadOnlyList<Category> categories, ThresholdSet? defaults = null)
    {
        ArgumentNullException.ThrowIfNull(sku);
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(categories);
        var sources = Sources(sku, places, categories)
            .Append((defaults ?? ThresholdSet.Empty, PolicyOrigin.Default)).ToList();
        var found = new EffectiveThresholds
        {
            ReorderPoint = First(sources, static set => set.ReorderPoint),
            SafetyStock = First(sources, static set => set.SafetyStock),
            Minimum = First(sources, static set => set.Minimum),
            Maximum = First(sources, static set => set.Maximum),
            LeadTimeDays = First(sources, static set => set.LeadTimeDays),
            CountEveryDays = First(sources, static set => set.CountEveryDays),
        };
        List<InventoryError> errors =
        [
            .. found.Above(sku, "minimum", found.Minimum),
            .. found.Above(sku, "reorder point", found.ReorderPoint),
            .. found.Above(sku, "safety stock", found.SafetyStock),
        ];
        return errors.Count > 0
            ? new Result<EffectiveThresholds>(errors)
            : new Result<EffectiveThresholds>(found);
    }

    private IEnumerable<InventoryError> Above(Sku sku, string name, Effective<decimal?> low)
    {
        if (low.Value is { } amount && amount > Maximum.Value)
        {
            yield return new InventoryError(ErrorCodes.InvalidPolicy, "maximum", StepCount.Text(Maximum.Value.Value),
                $"at least {StepCount.Text(amount)}",
                $"{sku.Code}: the maximum of {StepCount.Text(Maximum.Value.Value)} ({Maximum.Origin}) is below the {name} of {StepCount.Text(amount)} ({low.Origin}); correct one of them.");
        }
    }

    private static IEnumerable<(ThresholdSet Set, PolicyOrigin Origin)> Sources(
        Sku sku, IReadOnlyList<Location> places, IReadOnlyList<Category> categories)
    {
        foreach (var place in places)
        {
            if (At(sku.Details.Thresholds, place.Number) is { } set)
            {
                yield return (set, new PolicyOrigin(PolicySource.SkuAtLocation, sku.Code, place.Code));
            }
        }

        if (At(sku.Details.Thresholds, 0) is { } own)
        {
            yield return (own, new PolicyOrigin(PolicySource.Sku, sku.Code, string.Empty));
        }

        foreach (var category in categories)
        {
            foreach (var place in places)
            {
                if (At(category.Thresholds, place.Number) is { } set)
                {
                    yield return (set, new PolicyOrigin(PolicySource.CategoryAtLocation, category.Code, place.Code));
                }
            }
        }

        foreach (var category in categories)
        {
            if (At(category.Thresholds, 0) is { } set)
            {
                yield return (set, new PolicyOrigin(PolicySource.Category, category.Code, string.Empty));
            }
        }
    }

    private static ThresholdSet? At(IReadOnlyList<ThresholdRule> rules, int location) =>
        rules.FirstOrDefault(rule => rule.Location == location)?.Set;

    private static Effective<T?> First<T>(
        List<(ThresholdSet Set, PolicyOrigin Origin)> sources, Func<ThresholdSet, T?> value)
        where T : struct
    {
        foreach (var (set, origin) in sources)
        {
            if (value(set) is { } found)
            {
                return new Effective<T?>(found, origin);
            }
        }

        return new Effective<T?>(null, PolicyOrigin.Default);
    }
}
