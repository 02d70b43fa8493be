namespace Inventory.Sourcing;

/// <summary>Decides which sites ship the lines of an order.</summary>
public static class Sourcer
{
    /// <summary>The most sites among which whole choices are weighed.</summary>
    public const int WeighedMax = 16;

    /// <summary>Chooses sites, and goes through them in order until every line has enough.</summary>
    /// <remarks>
    /// As much is shipped as all sites have together. Of choices that weigh the same, the one with fewer sites is
    /// taken, then the one with the site that comes first where they differ.
    /// </remarks>
    /// <param name="rule">How sites are chosen.</param>
    /// <param name="asked">How many units of each line; 0 or more.</param>
    /// <param name="sites">The sites, each with what it has of every line.</param>
    /// <returns>The plan.</returns>
    /// <exception cref="ArgumentException">A site does not say what it has of every line.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// There is no such policy, or choices would be weighed among more than <see cref="WeighedMax"/> sites.
    /// </exception>
    public static SourcingPlan Plan(SourcingRule rule, IReadOnlyList<long> asked, IReadOnlyList<SourceSite> sites)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(sites);
        Check(rule, asked, sites);
        var order = Order(rule, sites);
        if (rule.WeighsChoices)
        {
            var isChosen = SiteSearch.Run(rule, Wanted(asked, sites, order), [.. order.Select(index => sites[index])]);
            order = [.. order.Where((_, place) => isChosen[place])];
        }

        return Serve(asked, sites, order);
    }

    private static void Check(SourcingRule rule, IReadOnlyList<long> asked, IReadOnlyList<SourceSite> sites)
    {
        if (sites.Any(site => site.Units.Count != asked.Count))
        {
            throw new ArgumentException("A site says of each line what it has.", nameof(sites));
        }

        if (rule.WeighsChoices && sites.Count > WeighedMax)
        {
            throw new ArgumentOutOfRangeException(
                nameof(sites), sites.Count, "Choices are weighed among no more sites than that.");
        }
    }

    // Those that take the order now, as the policy comes to them.
    private static List<int> Order(SourcingRule rule, IReadOnlyList<SourceSite> sites)
    {
        Func<SourceSite, long> first = rule.Policy switch
        {
            SourcingPolicy.Distance => site => site.Distance,
            SourcingPolicy.LatestCutOff => site => -site.CutOff,
            SourcingPolicy.Priority or SourcingPolicy.FewestParcels or SourcingPolicy.LeastCost => _ => 0,
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule.Policy, "There is no such policy."),
        };
        return
        [
            .. Enumerable.Range(0, sites.Count).Where(index => sites[index].CutOff >= rule.Now)
                .OrderBy(index => first(sites[index])).ThenBy(index => sites[index].Priority),
        ];
    }

    // What can be shipped of each line, whoever ships it.
    private static long[] Wanted(IReadOnlyList<long> asked, IReadOnlyList<SourceSite> sites, List<int> order)
    {
        var missing = asked.ToArray();
        foreach (var index in order)
        {
            SiteSearch.Take(missing, sites[index]);
        }

        return [.. asked.Select((units, line) => units - missing[line])];
    }

    private static SourcingPlan Serve(IReadOnlyList<long> asked, IReadOnlyList<SourceSite> sites, List<int> order)
    {
        var missing = asked.ToArray();
        var shipments = new List<SourcedUnits>();
        foreach (var index in order)
        {
            for (var line = 0; line < missing.Length; line++)
            {
                var units = Math.Min(missing[line], sites[index].Units[line]);
                if (units > 0)
                {
                    shipments.Add(new SourcedUnits(index, line, units));
                    missing[line] -= units;
                }
            }
        }

        return new SourcingPlan(shipments, missing);
    }
}
