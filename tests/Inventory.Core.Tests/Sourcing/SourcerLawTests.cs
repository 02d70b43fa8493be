using Inventory.Sourcing;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Sourcing;

/// <summary>What holds of every plan, and of every choice that was not taken.</summary>
[Capability("RES-09")]
public sealed class SourcerLawTests
{
    [Property(MaxTest = 500)]
    public void Plan_ShipsWhatAllOpenSitesHaveTogether_AndNothingElse(
        byte[] bytes, byte lines, byte policy, byte penalty)
    {
        var (asked, sites) = Depots.Of(bytes, lines);

        var plan = Sourcer.Plan(Depots.Rule((SourcingPolicy)(policy % 5), penalty), asked, sites);

        for (var line = 0; line < asked.Length; line++)
        {
            var there = sites.Where(IsOpen).Sum(site => Math.Max(0, site.Units[line]));
            Assert.Equal(Math.Max(0, asked[line] - there), plan.Missing[line]);
            Assert.Equal(
                asked[line] - plan.Missing[line],
                plan.Shipments.Where(each => each.Line == line).Sum(each => each.Units));
        }

        Assert.All(plan.Shipments, each =>
        {
            Assert.InRange(each.Units, 1, sites[each.Site].Units[each.Line]);
            Assert.True(IsOpen(sites[each.Site]));
        });
        Assert.Equal(
            plan.Shipments.Count, plan.Shipments.Select(each => (each.Site, each.Line)).Distinct().Count());
    }

    [Property(MaxTest = 500)]
    public void Plan_OfAPolicyThatWeighs_IsTheBestOfAllChoices(byte[] bytes, byte lines, bool byCost, byte penalty)
    {
        var (asked, sites) = Depots.Of(bytes, lines);
        var policy = byCost ? SourcingPolicy.LeastCost : SourcingPolicy.FewestParcels;
        var rule = Depots.Rule(policy, penalty);

        var plan = Sourcer.Plan(rule, asked, sites);

        var best = Enumerable.Range(0, 1 << sites.Length)
            .Select(choice => Enumerable.Range(0, sites.Length).Where(site => (choice >> site & 1) == 1).ToList())
            .Where(choice => choice.TrueForAll(site => IsOpen(sites[site])) && Has(choice, asked, sites, plan.Missing))
            .Min(choice => (Weight(rule, choice, sites), choice.Count));
        var chosen = plan.Shipments.Select(each => each.Site).Distinct().ToList();
        Assert.Equal(best, (Weight(rule, chosen, sites), chosen.Count));
    }

    [Property(MaxTest = 500)]
    public void Plan_OfAPolicyThatGoesInOrder_LeavesNothingToALaterSite(
        byte[] bytes, byte lines, byte policy, byte penalty)
    {
        var (asked, sites) = Depots.Of(bytes, lines);
        var by = (SourcingPolicy)(policy % 3);

        var plan = Sourcer.Plan(Depots.Rule(by, penalty), asked, sites);

        foreach (var shipment in plan.Shipments)
        {
            for (var earlier = 0; earlier < sites.Length; earlier++)
            {
                if (IsOpen(sites[earlier]) && IsBefore(by, sites, earlier, shipment.Site))
                {
                    var given = plan.Shipments.Where(each => each.Site == earlier && each.Line == shipment.Line)
                        .Sum(each => each.Units);
                    Assert.Equal(Math.Max(0, sites[earlier].Units[shipment.Line]), given);
                }
            }
        }
    }

    [Property]
    public void Plan_IsTheSame_HoweverUnitsThatNobodyAsksForChange(byte[] bytes, byte lines, byte policy, byte penalty)
    {
        var (asked, sites) = Depots.Of(bytes, lines);
        var rule = Depots.Rule((SourcingPolicy)(policy % 5), penalty);
        var capped = sites.Select(site => site with
        {
            Units = [.. site.Units.Select((units, line) => Math.Clamp(units, 0, asked[line]))],
        });

        Assert.Equal(
            Sourcer.Plan(rule, asked, sites).Shipments, Sourcer.Plan(rule, asked, [.. capped]).Shipments);
    }

    private static bool IsOpen(SourceSite site) => site.CutOff >= Depots.Now;

    private static bool Has(
        List<int> choice, long[] asked, SourceSite[] sites, IReadOnlyList<long> missing) => asked
        .Select((units, line) => choice.Sum(site => Math.Max(0, sites[site].Units[line])) >= units - missing[line])
        .All(has => has);

    private static long Weight(SourcingRule rule, List<int> choice, SourceSite[] sites) =>
        rule.Policy == SourcingPolicy.FewestParcels ? choice.Count
            : choice.Sum(site => sites[site].ParcelCost) + rule.SplitPenalty * Math.Max(0, choice.Count - 1);

    private static bool IsBefore(SourcingPolicy policy, SourceSite[] sites, int one, int other)
    {
        var (first, second) = (sites[one], sites[other]);
        var difference = policy switch
        {
            SourcingPolicy.Distance => first.Distance.CompareTo(second.Distance),
            SourcingPolicy.LatestCutOff => second.CutOff.CompareTo(first.CutOff),
            _ => 0,
        };
        difference = difference != 0 ? difference : first.Priority.CompareTo(second.Priority);
        return difference < 0 || (difference == 0 && one < other);
    }
}
