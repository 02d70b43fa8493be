using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;

namespace Inventory.Putaway;

/// <summary>Decides which bin goods are put into.</summary>
public static class PutawayPlanner
{
    /// <summary>Goes through the rules in order, and for each through the bins, to the first that will do.</summary>
    /// <remarks>
    /// All goods go into one bin. One that is frozen against what comes in, or has no room, will never do, nor one
    /// whose capacity only warns.
    /// </remarks>
    /// <param name="goods">The goods.</param>
    /// <param name="rules">The rules, the one that is to be tried first before the others.</param>
    /// <param name="bins">The bins, the one that is to be filled first before the others.</param>
    /// <returns>The bin, or why none of them will do.</returns>
    public static PutawayPlan Plan(
        PutawayGoods goods, IReadOnlyList<PutawayRule> rules, IReadOnlyList<PutawayBin> bins)
    {
        ArgumentNullException.ThrowIfNull(goods);
        ArgumentNullException.ThrowIfNull(rules);
        ArgumentNullException.ThrowIfNull(bins);
        var failures = new List<PutawayFailure>();
        for (var i = 0; i < rules.Count; i++)
        {
            foreach (var bin in IsFor(rules[i], goods) ? bins : [])
            {
                if (Obstacle(rules[i], goods, bin) is not { } obstacle)
                {
                    return new PutawayPlan(bin.Bin, i, []);
                }

                failures.Add(new PutawayFailure(bin.Bin.Code, i, obstacle));
            }
        }

        return new PutawayPlan(null, null, failures);
    }

    private static bool IsFor(PutawayRule rule, PutawayGoods goods) =>
        IsSame(rule.Sku, goods.Sku.Code) && IsSame(rule.Unit, goods.Unit)
        && IsSame(rule.Velocity, goods.Velocity)
        && (rule.Category is null || goods.Categories.Any(category => IsSame(rule.Category, category)));

    private static bool IsSame(string? asked, string? code) =>
        asked is null || (code is not null && Codes.TryFold(asked) == Codes.TryFold(code));

    private static PutawayObstacle? Obstacle(PutawayRule rule, PutawayGoods goods, PutawayBin bin)
    {
        if (rule.Within is not null && !bin.Above.Append(bin.Bin).Any(place => IsSame(rule.Within, place.Code)))
        {
            return PutawayObstacle.OutsideOfTheRule;
        }

        if (rule.Target == PutawayTarget.WithTheSku
            && !bin.Contents.Any(content => content.Sku.Number == goods.Sku.Number && content.Steps > 0))
        {
            return PutawayObstacle.WithoutTheSku;
        }

        if (rule.Target == PutawayTarget.Empty && bin.Contents.Count > 0)
        {
            return PutawayObstacle.NotEmpty;
        }

        return bin.Above.Append(bin.Bin).Any(place => place.Freeze?.Stops(FreezeDirection.In) ?? false)
            ? PutawayObstacle.Frozen
            : !HasRoom(bin, goods) ? PutawayObstacle.NoRoom
            : null;
    }

    private static bool HasRoom(PutawayBin bin, PutawayGoods goods)
    {
        var there = bin.Contents.FirstOrDefault(content => content.Sku.Number == goods.Sku.Number).Steps;
        List<(Sku Sku, long Steps)> after =
        [
            .. bin.Contents.Where(content => content.Sku.Number != goods.Sku.Number),
            (goods.Sku, there + goods.Steps),
        ];
        return bin.Bin.Details.Capacity?.Limits.All(limit =>
            BinUse.IsKnown(limit.Measure, goods.Sku) && Fits(limit, bin.Contents, after)) ?? true;
    }

    // What is too much already may stay, as long as the goods add nothing to it.
    private static bool Fits(
        (CapacityMeasure Measure, long Limit) limit, IReadOnlyList<(Sku Sku, long Steps)> before,
        IReadOnlyList<(Sku Sku, long Steps)> after) =>
        BinUse.Of(limit.Measure, after) is var use
        && (use <= limit.Limit || use <= BinUse.Of(limit.Measure, before));
}
