using Inventory.Locations;

namespace Inventory.Queries;

/// <summary>What the sites of an order can give of it.</summary>
/// <remarks>
/// Goods that nothing else of the order draws on may be divided over sites. Those that draw on the same goods, such as
/// a kit and one of its components, come from one site together: what it then can give of each is one number.
/// </remarks>
internal sealed class SourcingSupply
{
    private readonly SourcingOrder _order;
    private readonly Dictionary<(string Sku, string Pool, string? Grade), Availability> _there;

    public SourcingSupply(SourcingOrder order, IEnumerable<Availability> there)
    {
        _order = order;
        _there = there.Where(at => at.Owner is null).ToDictionary(at => (at.Sku, at.Pool, at.Grade));
        var groups = new List<List<SourcedGoods>>();
        foreach (var goods in order.Goods)
        {
            var met = groups.FindAll(group => group.Exists(goods.Meets));
            groups.RemoveAll(met.Contains);
            groups.Add([.. met.SelectMany(group => group), goods]);
        }

        Groups = groups;
    }

    /// <summary>What may be divided, goods by goods, and what may not.</summary>
    public IReadOnlyList<IReadOnlyList<SourcedGoods>> Groups { get; }

    /// <summary>How much of a group is asked for: what comes together is one.</summary>
    public static long Asked(IReadOnlyList<SourcedGoods> group) => group is [var only] ? only.Asked : 1;

    /// <summary>How much of a group a pool can give.</summary>
    public long Units(IReadOnlyList<SourcedGoods> group, Location pool)
    {
        if (group is [var only])
        {
            return Promisable(only, pool);
        }

        // All of it is taken before any of it is judged, as by a reservation.
        var taken = group.SelectMany(goods => goods.Takes.Select(part => (part.Key, Units: Takes(goods, part.Value))))
            .GroupBy(part => part.Key).ToDictionary(part => part.Key, part => part.Aggregate(
                (Int128)0, (sum, each) => sum + each.Units));
        return group.All(goods => goods.Asked <= goods.Promisable(part => (long)Int128.Clamp(
            Free(part, pool, goods.Grade) - taken[part] + Takes(goods, goods.Takes[part]),
            long.MinValue / 2, long.MaxValue / 2))) ? 1 : 0;
    }

    /// <summary>How much of goods a pool can give when nothing else is taken.</summary>
    public long Promisable(SourcedGoods goods, Location pool) =>
        goods.Promisable(part => Free(part, pool, goods.Grade));

    private static Int128 Takes(SourcedGoods goods, long perUnit) => (Int128)goods.Asked * perUnit;

    // Before any rule of selling.
    private long Free(int part, Location pool, string? grade)
    {
        var sku = _order.Contents[part];
        return _there.TryGetValue((sku.Code, pool.Code, grade), out var at)
            ? WholeSteps.Of(sku, at.Available) + WholeSteps.Of(sku, at.Hidden) - WholeSteps.Of(sku, at.OversellLimit)
            : 0;
    }
}
