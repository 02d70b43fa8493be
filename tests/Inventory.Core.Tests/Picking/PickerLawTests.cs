using Inventory.Picking;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Picking;

/// <summary>What holds for every strategy, whatever lies on the shelf.</summary>
[Capability("RES-06")]
public sealed class PickerLawTests
{
    [Property]
    public void Plan_PicksWhatIsAsked_OrAllThatMayBe(byte[] bytes, byte asked, byte strategy, byte demands)
    {
        var (rule, shelf) = (Shelf.Rule(strategy, demands), Shelf.Of(bytes));
        var may = shelf.Where(candidate => Shelf.MayBePicked(rule, candidate)).Sum(candidate => candidate.Units);

        var plan = Plan(rule, Shelf.Asked(asked, shelf), shelf);

        Assert.Equal(Math.Min(plan.Asked, may), plan.Picks.Sum(pick => pick.Units));
        Assert.Equal(Math.Max(0, plan.Asked - may), plan.Missing);
    }

    [Property]
    public void Plan_PicksNoMoreThanLiesThere_AndOnlyWhatMayBe(
        byte[] bytes, byte asked, byte strategy, byte demands)
    {
        var (rule, shelf) = (Shelf.Rule(strategy, demands), Shelf.Of(bytes));

        var plan = Plan(rule, Shelf.Asked(asked, shelf), shelf);

        Assert.Equal(plan.Picks.Count, plan.Picks.DistinctBy(pick => pick.Spot).Count());
        Assert.All(plan.Picks, pick =>
        {
            var candidate = shelf.Single(candidate => candidate.Spot == pick.Spot);
            Assert.InRange(pick.Units, 1, candidate.Units);
            Assert.True(Shelf.MayBePicked(rule, candidate));
        });
    }

    [Property]
    public void Plan_SplitsOnlyTheLastHeap(byte[] bytes, byte asked, byte strategy, byte demands)
    {
        var (rule, shelf) = (Shelf.Rule(strategy, demands), Shelf.Of(bytes));

        var plan = Plan(rule, Shelf.Asked(asked, shelf), shelf);

        Assert.All(plan.Picks.SkipLast(1), pick =>
            Assert.Equal(shelf.Single(candidate => candidate.Spot == pick.Spot).Units, pick.Units));
    }

    [Property]
    public void Plan_NamesWhatIsLeftLying_WhenUnitsAreMissing(byte[] bytes, byte asked, byte strategy, byte demands)
    {
        var (rule, shelf) = (Shelf.Rule(strategy, demands), Shelf.Of(bytes));

        var plan = Plan(rule, Shelf.Asked(asked, shelf), shelf);

        var left = shelf.Where(candidate => candidate.Units > 0 && !Shelf.MayBePicked(rule, candidate)).ToList();
        var expired = left.Where(candidate => !rule.TakesExpired && candidate.Term.Removal <= rule.Delivery)
            .Sum(candidate => candidate.Units);
        Assert.Equal(
            plan.Missing == 0 ? (0, 0) : (expired, left.Sum(candidate => candidate.Units) - expired),
            (plan.Expired, plan.TooOld));
    }

    [Property]
    public void Plan_OnAWindow_IsThePlanOnEverything(byte[] bytes, byte asked, byte strategy, byte demands)
    {
        var (rule, shelf) = (Shelf.Rule(strategy, demands), Shelf.Of(bytes));
        var read = 0;

        var plan = Picker.Plan(rule, Shelf.Asked(asked, shelf), shelf.InOrder(rule.Strategy).Select(Count));
        var window = Picker.Plan(rule, Shelf.Asked(asked, shelf), shelf.InOrder(rule.Strategy).Take(read));

        AssertSame(plan, window);
        var enough = plan is { Missing: 0, Picks: [.., var final] } ? final.Spot : default;
        var last = shelf.InOrder(rule.Strategy).ToList().FindIndex(candidate => candidate.Spot == enough);
        Assert.Equal(plan.Asked == 0 ? 0 : plan.Missing == 0 ? last + 1 : shelf.Count, read);

        PickCandidate Count(PickCandidate candidate)
        {
            read++;
            return candidate;
        }
    }

    [Property]
    public void Plan_WithNothingMissing_NeedsNotKnowWhatWillHaveExpired(
        byte[] bytes, byte asked, byte strategy, byte demands)
    {
        var (rule, shelf) = (Shelf.Rule(strategy, demands) with { TakesExpired = false }, Shelf.Of(bytes));
        var good = shelf.Where(candidate => candidate.Term.Removal > rule.Delivery);

        var plan = Plan(rule, Shelf.Asked(asked, shelf), shelf);

        AssertSame(plan with { Expired = 0 }, Plan(rule, Shelf.Asked(asked, shelf), good));
    }

    [Property]
    public void Plan_DoesNotDependOnTheOrderOnTheShelf(byte[] bytes, byte asked, byte strategy, byte demands)
    {
        var (rule, shelf) = (Shelf.Rule(strategy, demands), Shelf.Of(bytes));

        var plan = Plan(rule, Shelf.Asked(asked, shelf), shelf);

        AssertSame(plan, Plan(rule, plan.Asked, Enumerable.Reverse(shelf)));
    }

    [Property]
    public void Plan_ThatFellBack_IsTheFifoPlan(byte[] bytes, byte asked, byte strategy, byte demands)
    {
        var (rule, shelf) = (Shelf.Rule(strategy, demands), Shelf.Of(bytes));

        var plan = Plan(rule, Shelf.Asked(asked, shelf), shelf);

        if (plan.Followed != rule.Strategy)
        {
            AssertSame(plan, Plan(rule with { Strategy = plan.Followed }, plan.Asked, shelf));
        }
    }

    private static PickPlan Plan(PickRule rule, long asked, IEnumerable<PickCandidate> shelf) =>
        Picker.Plan(rule, asked, shelf.InOrder(rule.Strategy));

    private static void AssertSame(PickPlan expected, PickPlan actual)
    {
        Assert.Equal(expected.Picks, actual.Picks);
        Assert.Equal(expected with { Picks = [] }, actual with { Picks = [] });
    }
}
