using Inventory.Lots;
using Inventory.Picking;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Picking;

/// <summary>Goods that will have expired, or do not keep long enough, stay where they are and are named.</summary>
public sealed class ExpiredStockTests
{
    [Theory]
    [Capability("LOT-05")]
    [InlineData(Shelf.Today, 0)]
    [InlineData(Shelf.Today + 1, 5)]
    public void WhatIsRemovedOnTheDayOfDelivery_IsNotPicked(int removal, long picked)
    {
        var plan = Plan(new PickRule(PickStrategy.Fefo, Shelf.Today), Shelf.Heap(1, 1, 5, removal));

        Assert.Equal((picked, 5 - picked), (plan.Picks.Sum(pick => pick.Units), plan.Expired));
    }

    [Fact]
    [Capability("LOT-05")]
    public void WhatWillHaveExpired_IsPickedFirst_WhenTheRuleTakesIt()
    {
        var rule = new PickRule(PickStrategy.Fefo, Shelf.Today) { TakesExpired = true };

        var plan = Plan(rule, Shelf.Heap(1, 1, 5, 20260101), Shelf.Heap(2, 2, 5, 20260120));

        Assert.Equal([1L], plan.Picks.Select(pick => pick.Spot.Lot));
    }

    [Fact]
    [Capability("LOT-06")]
    public void WhatIsMissing_IsToldApart()
    {
        var rule = new PickRule(PickStrategy.Fefo, Shelf.Today) { Life = new MinimumLife(30) };
        var old = Shelf.Heap(2, 2, 3, 20260115);

        var plan = Plan(
            rule, Shelf.Heap(1, 1, 2, Shelf.Today), old with { Term = old.Term with { UseBy = 20260118 } });

        Assert.Equal((5, 2, 3), (plan.Missing, plan.Expired, plan.TooOld));
    }

    [Theory]
    [Capability("LOT-06")]
    [InlineData(30, 0, 0, 20260209, 0, true)]
    [InlineData(31, 0, 0, 20260209, 0, false)]
    [InlineData(30, 0, 0, 0, 20260209, true)]
    [InlineData(31, 0, 0, 0, 20260209, false)]
    [InlineData(999, 0, 0, 0, 0, true)]
    [InlineData(0, 0, 0, 20260109, 0, false)]
    [InlineData(0, 3, 20251211, 20260209, 0, false)]
    [InlineData(0, 2, 20251211, 20260209, 0, true)]
    [InlineData(0, 2, 20251210, 20260209, 0, false)]
    [InlineData(0, 2, 0, 20260209, 0, true)]
    public void MinimumLife_CountsDaysAndShare(
        int days, int thirdsOrHalf, int produced, int useBy, int bestBefore, bool isMet)
    {
        // Received on 11 December: 60 days before the end, 30 before the delivery.
        var term = new LotTerm(20251211, produced, bestBefore, useBy, LotTerm.Never, LotTerm.Never);
        Ratio? share = thirdsOrHalf switch { 2 => new Ratio(1, 2), 3 => new Ratio(2, 3), _ => null };

        Assert.Equal(isMet, new MinimumLife(days, share).IsMetBy(term, Shelf.Today));
    }

    [Fact]
    [Capability("LOT-06")]
    public void MinimumLife_OfMoreThanTheWholeLife_IsUnsound()
    {
        Assert.True(new MinimumLife(0, Ratio.One).IsSound);
        Assert.True(new MinimumLife(7).IsSound);
        Assert.False(new MinimumLife(-1).IsSound);
        Assert.False(new MinimumLife(0, new Ratio(4, 3)).IsSound);
        Assert.False(new MinimumLife(0, default(Ratio)).IsSound);
    }

    private static PickPlan Plan(PickRule rule, params PickCandidate[] shelf) =>
        Picker.Plan(rule, 5, shelf.InOrder(rule.Strategy));
}
