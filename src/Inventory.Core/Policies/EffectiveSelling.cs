using System.Numerics;
using Inventory.Catalog;
using Inventory.References;

namespace Inventory.Policies;

/// <summary>The rule a SKU is sold by in a channel, each value with where it was set.</summary>
/// <remarks>
/// Each value by itself comes from the first that has set it: the SKU in the channel, the SKU, the channel, the nearest
/// category upwards, the default (nothing hidden, nothing oversold, any order). Amounts are in steps of the SKU's base
/// unit; one that was set in parts of a step is rounded to the side of caution. Immutable.
/// </remarks>
public sealed record EffectiveSelling
{
    /// <summary>The share of what is available that is hidden, 0 to 1.</summary>
    public required Effective<decimal> BufferShare { get; init; }

    /// <summary>What is hidden beside the share, in steps; rounded up.</summary>
    public required Effective<long> BufferUnits { get; init; }

    /// <summary>How far promises may exceed what is available, in steps; rounded down.</summary>
    public required Effective<long> OversellLimit { get; init; }

    /// <summary>The smallest order, in steps; rounded up; 0 for none.</summary>
    public required Effective<long> OrderMinimum { get; init; }

    /// <summary>The largest order, in steps; rounded down; null for none.</summary>
    public required Effective<long?> OrderMaximum { get; init; }

    /// <summary>What an order grows by above its minimum, in steps, 1 or more; rounded up.</summary>
    public required Effective<long> OrderIncrement { get; init; }

    /// <summary>The most one customer may have, in steps; rounded down; null for no limit.</summary>
    public required Effective<long?> CustomerLimit { get; init; }

    /// <summary>Whether an order may wait for what is not there; true unless somebody has said otherwise.</summary>
    public required Effective<bool> Backorders { get; init; }

    /// <summary>Puts the rule together.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="channel">The channel; null for none in particular.</param>
    /// <param name="categories">The SKU's category and those above it, nearest first.</param>
    /// <returns>The rule, or <c>Invalid.Policy</c> with both sources when a maximum is below its minimum.</returns>
    public static Result<EffectiveSelling> Of(Sku sku, Channel? channel, IReadOnlyList<Category> categories)
    {
        ArgumentNullException.ThrowIfNull(sku);
        ArgumentNullException.ThrowIfNull(categories);
        var sources = Sources(sku, channel, categories).ToList();
        var selling = new EffectiveSelling
        {
            BufferShare = First(sources, static rule => rule.BufferShare)
                ?? new Effective<decimal>(0, PolicyOrigin.Default),
            BufferUnits = Steps(sku, sources, static rule => rule.BufferUnits, Rounding.Up, 0),
            OversellLimit = Steps(sku, sources, static rule => rule.OversellLimit, Rounding.Down, 0),
            OrderMinimum = Steps(sku, sources, static rule => rule.OrderMinimum, Rounding.Up, 0),
            OrderMaximum = Steps(sku, sources, static rule => rule.OrderMaximum),
            OrderIncrement = Steps(sku, sources, static rule => rule.OrderIncrement, Rounding.Up, 1),
            CustomerLimit = Steps(sku, sources, static rule => rule.CustomerLimit),
            Backorders = First(sources, static rule => rule.Backorders)
                ?? new Effective<bool>(true, PolicyOrigin.Default),
        };
        return selling.OrderMaximum.Value < selling.OrderMinimum.Value
            ? new Result<EffectiveSelling>([selling.Contradiction(sku)])
            : new Result<EffectiveSelling>(selling);
    }

    /// <summary>What the channel is shown of what is available.</summary>
    /// <param name="available">What is available, in steps; may be negative.</param>
    /// <returns>What is shown, in steps; 0 or more.</returns>
    public long Shown(long available) => ChannelBuffer.Apply(available, BufferShare.Value, BufferUnits.Value);

    /// <summary>The most that may be promised: what is shown and the oversell limit.</summary>
    /// <param name="available">What is available, in steps; negative when more is promised than there is.</param>
    /// <returns>The most, in steps; 0 or more.</returns>
    public long Promisable(long available)
    {
        // What was oversold before is part of the limit.
        var most = (Int128)(available < 0 ? available : Shown(available)) + OversellLimit.Value;
        return (long)Int128.Clamp(most, 0, long.MaxValue);
    }

    /// <summary>Whether a quantity may be ordered: (quantity - minimum) mod increment = 0, within the limits.</summary>
    /// <param name="sku">The SKU.</param>
    /// <param name="steps">The quantity, in steps of its base unit; positive.</param>
    /// <param name="customerHas">What the customer has had of it already, in steps.</param>
    /// <param name="target">The field that the refusal names.</param>
    /// <returns>Null when it may, else <c>Invalid.Increment</c> with the nearest legal quantities.</returns>
    public InventoryError? CheckOrder(Sku sku, long steps, long customerHas = 0, string target = "quantity")
    {
        ArgumentNullException.ThrowIfNull(sku);
        var (below, above) = NearestOrders(steps, customerHas);
        if (below == steps && steps > 0)
        {
            return null;
        }

        var legal = (below, above) switch
        {
            ({ } low, { } high) => $"{sku.ToQuantity(low)} or {sku.ToQuantity(high)}",
            ({ } low, null) => $"{sku.ToQuantity(low)}",
            (null, { } high) => $"{sku.ToQuantity(high)}",
            _ => null,
        };
        var limit = CustomerLimit.Value is { } most
            ? $", at most {sku.ToQuantity(most)} per customer ({CustomerLimit.Origin}), who has {sku.ToQuantity(customerHas)}"
            : string.Empty;
        return new InventoryError(ErrorCodes.InvalidIncrement, target, sku.ToQuantity(steps).ToString(), legal,
            $"{sku.Code}: {sku.ToQuantity(steps)} cannot be ordered: at least {sku.ToQuantity(OrderMinimum.Value)} "
            + $"({OrderMinimum.Origin}), in steps of {sku.ToQuantity(OrderIncrement.Value)} ({OrderIncrement.Origin})"
            + (OrderMaximum.Value is { } cap ? $", at most {sku.ToQuantity(cap)} ({OrderMaximum.Origin})" : string.Empty)
            + $"{limit}; {(legal is null ? "none can be ordered" : $"order {legal}")}.");
    }

    /// <summary>The largest legal quantity not above one, and the smallest not below it.</summary>
    /// <param name="steps">The quantity, in steps.</param>
    /// <param name="customerHas">What the customer has had already, in steps.</param>
    /// <returns>The two, in steps and positive; null where there is none.</returns>
    public (long? Below, long? Above) NearestOrders(long steps, long customerHas = 0)
    {
        var (minimum, increment) = ((Int128)OrderMinimum.Value, (Int128)OrderIncrement.Value);
        var first = minimum > 0 ? minimum : increment;
        var cap = (Int128)(OrderMaximum.Value ?? long.MaxValue);
        cap = CustomerLimit.Value is { } limit ? Int128.Min(cap, (Int128)limit - customerHas) : cap;
        if (cap < first)
        {
            return (null, null);
        }

        var last = minimum + (cap - minimum) / increment * increment;
        var floor = minimum + (Int128.Min(steps, last) - minimum) / increment * increment;
        var ceiling = steps <= first ? first : minimum + (steps - minimum + increment - 1) / increment * increment;
        return (steps < first ? null : (long)floor, ceiling > last ? null : (long)ceiling);
    }

    private InventoryError Contradiction(Sku sku) => new(
        ErrorCodes.InvalidPolicy, "orderMaximum", sku.ToQuantity(OrderMaximum.Value!.Value).ToString(),
        $"at least {sku.ToQuantity(OrderMinimum.Value)}",
        $"{sku.Code}: the largest order, {sku.ToQuantity(OrderMaximum.Value.Value)} ({OrderMaximum.Origin}), is below the smallest, {sku.ToQuantity(OrderMinimum.Value)} ({OrderMinimum.Origin}); correct one of them.");

    private static IEnumerable<(SellingRule Rule, PolicyOrigin Origin)> Sources(
        Sku sku, Channel? channel, IReadOnlyList<Category> categories)
    {
        foreach (var rule in sku.Details.Selling)
        {
            if (channel is not null && rule.Channel == channel.Number)
            {
                yield return (rule.Rule, new PolicyOrigin(PolicySource.SkuInChannel, sku.Code, channel.Code));
            }
        }

        foreach (var rule in sku.Details.Selling)
        {
            if (rule.Channel == 0)
            {
                yield return (rule.Rule, new PolicyOrigin(PolicySource.Sku, sku.Code, string.Empty));
            }
        }

        if (channel is not null)
        {
            yield return (channel.Selling, new PolicyOrigin(PolicySource.Channel, channel.Code, string.Empty));
        }

        foreach (var category in categories)
        {
            yield return (category.Selling, new PolicyOrigin(PolicySource.Category, category.Code, string.Empty));
        }
    }

    private static Effective<T>? First<T>(
        List<(SellingRule Rule, PolicyOrigin Origin)> sources, Func<SellingRule, T?> value)
        where T : struct
    {
        foreach (var (rule, origin) in sources)
        {
            if (value(rule) is { } found)
            {
                return new Effective<T>(found, origin);
            }
        }

        return null;
    }

    private static Effective<long> Steps(
        Sku sku, List<(SellingRule Rule, PolicyOrigin Origin)> sources, Func<SellingRule, decimal?> value,
        Rounding rounding, long absent) =>
        First(sources, value) is { } found
            ? new Effective<long>(Steps(sku, found.Value, rounding), found.Origin)
            : new Effective<long>(absent, PolicyOrigin.Default);

    private static Effective<long?> Steps(
        Sku sku, List<(SellingRule Rule, PolicyOrigin Origin)> sources, Func<SellingRule, decimal?> value) =>
        First(sources, value) is { } found
            ? new Effective<long?>(Steps(sku, found.Value, Rounding.Down), found.Origin)
            : new Effective<long?>(null, PolicyOrigin.Default);

    private static long Steps(Sku sku, decimal amount, Rounding rounding)
    {
        var (floor, rest, denominator) = StepCount.Divide(amount, Ratio.One, sku.BaseUnit.Step);
        return (long)BigInteger.Min(StepCount.Round(floor, rest, denominator, rounding), long.MaxValue);
    }
}
