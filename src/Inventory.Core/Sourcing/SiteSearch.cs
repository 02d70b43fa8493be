namespace Inventory.Sourcing;

/// <summary>
/// Finds the choice of sites that weighs least of all that have what is wanted: each site is taken or left, and what
/// cannot become better than the best so far, or cannot become enough, is not followed up.
/// </summary>
internal sealed class SiteSearch
{
    private readonly IReadOnlyList<SourceSite> _sites;
    private readonly long[] _weights;

    // What the sites from one on have of each line, as far as it is wanted.
    private readonly long[][] _rest;
    private readonly bool[] _taken;
    private (long Weight, int Count) _least = (long.MaxValue, int.MaxValue);
    private bool[] _best = [];

    private SiteSearch(SourcingRule rule, long[] wanted, IReadOnlyList<SourceSite> sites)
    {
        _sites = sites;
        _weights =
        [
            .. sites.Select(site =>
                rule.Policy == SourcingPolicy.FewestParcels ? 1 : site.ParcelCost + rule.SplitPenalty),
        ];
        _taken = new bool[sites.Count];
        _rest = new long[sites.Count + 1][];
        _rest[sites.Count] = new long[wanted.Length];
        for (var at = sites.Count - 1; at >= 0; at--)
        {
            var missing = wanted.Select((units, line) => units - _rest[at + 1][line]).ToArray();
            Take(missing, sites[at]);
            _rest[at] = [.. wanted.Select((units, line) => units - missing[line])];
        }
    }

    /// <summary>Whether each site is part of the best choice.</summary>
    /// <param name="rule">What a choice weighs.</param>
    /// <param name="wanted">Units of each line, no more than all sites have together.</param>
    /// <param name="sites">The sites in order.</param>
    public static IReadOnlyList<bool> Run(SourcingRule rule, long[] wanted, IReadOnlyList<SourceSite> sites)
    {
        var search = new SiteSearch(rule, wanted, sites);
        search.Visit(0, (0, 0), wanted);
        return search._best;
    }

    /// <summary>Takes from a site what is missing and what it has.</summary>
    public static void Take(long[] missing, SourceSite site)
    {
        for (var line = 0; line < missing.Length; line++)
        {
            missing[line] -= Math.Max(0, Math.Min(missing[line], site.Units[line]));
        }
    }

    // Choices with the first site come before those without it, so of equals the first that is found stays.
    private void Visit(int at, (long Weight, int Count) so, long[] missing)
    {
        if (so.CompareTo(_least) >= 0)
        {
            return;
        }

        if (Array.TrueForAll(missing, units => units == 0))
        {
            (_least, _best) = (so, [.. _taken]);
            return;
        }

        // Nothing is missing where no site is left, so there is one.
        if (missing.Where((units, line) => units > _rest[at][line]).Any())
        {
            return;
        }

        var left = missing.ToArray();
        Take(left, _sites[at]);
        _taken[at] = true;
        Visit(at + 1, (so.Weight + _weights[at], so.Count + 1), left);
        _taken[at] = false;
        Visit(at + 1, so, missing);
    }
}
