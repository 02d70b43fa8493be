using Inventory.Sourcing;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Sourcing;

/// <summary>Each policy chooses what its name says.</summary>
[Capability("RES-09")]
public sealed class SourcerTests
{
    [Fact]
    public void Priority_TakesAsMuchAsPossibleFromWhoComesFirst() => AssertShipped(
        SourcingPolicy.Priority, [5, 2],
        [
            Depots.With(9, 0) with { Priority = 2 }, Depots.With(3, 1) with { Priority = 1 },
            Depots.With(9, 9) with { Priority = 3 },
        ],
        [(1, 0, 3), (1, 1, 1), (0, 0, 2), (2, 1, 1)]);

    [Fact]
    public void Distance_TakesFromTheNearest() => AssertShipped(
        SourcingPolicy.Distance, [4],
        [Depots.With(9) with { Distance = 80 }, Depots.With(3) with { Distance = 20, Priority = 9 }],
        [(1, 0, 3), (0, 0, 1)]);

    [Fact]
    public void LatestCutOff_TakesFromWhoShipsLongest() => AssertShipped(
        SourcingPolicy.LatestCutOff, [4],
        [Depots.With(9) with { CutOff = Depots.Now }, Depots.With(2), Depots.With(1) with { CutOff = Depots.Now + 1 }],
        [(1, 0, 2), (2, 0, 1), (0, 0, 1)]);

    [Fact]
    public void FewestParcels_PassesByTheFirst_WhenAnotherHasAll() => AssertShipped(
        SourcingPolicy.FewestParcels, [2, 2],
        [Depots.With(2, 1), Depots.With(1, 2), Depots.With(2, 2) with { Priority = 5 }],
        [(2, 0, 2), (2, 1, 2)]);

    [Theory]
    [InlineData(0, 2)]
    [InlineData(4, 1)]
    public void LeastCost_SplitsOnlyWhenThePenaltyLetsIt(long penalty, int parcels)
    {
        SourceSite[] sites =
        [
            Depots.With(1, 0) with { ParcelCost = 3 }, Depots.With(0, 1) with { ParcelCost = 3 },
            Depots.With(1, 1) with { ParcelCost = 9 },
        ];

        var plan = Sourcer.Plan(
            new SourcingRule(SourcingPolicy.LeastCost, Depots.Now) { SplitPenalty = penalty }, [1, 1], sites);

        Assert.Equal((parcels, true), (plan.Parcels, plan.IsWhole));
    }

    [Theory]
    [InlineData(SourcingPolicy.Priority)]
    [InlineData(SourcingPolicy.Distance)]
    [InlineData(SourcingPolicy.LatestCutOff)]
    [InlineData(SourcingPolicy.FewestParcels)]
    [InlineData(SourcingPolicy.LeastCost)]
    public void WhoseCutOffHasPassed_ShipsNothing(SourcingPolicy policy)
    {
        var plan = Sourcer.Plan(
            new SourcingRule(policy, Depots.Now), [3],
            [Depots.With(9) with { CutOff = Depots.Now - 1 }, Depots.With(2)]);

        Assert.Equal([new SourcedUnits(1, 0, 2)], plan.Shipments);
        Assert.Equal([1L], plan.Missing);
    }

    [Fact]
    public void SixteenSitesAlike_AreWeighed()
    {
        var sites = Enumerable.Range(0, Sourcer.WeighedMax).Select(_ => Depots.With(1)).ToArray();

        Assert.Equal(11, Sourcer.Plan(new SourcingRule(SourcingPolicy.FewestParcels, 0), [11], sites).Parcels);
        Assert.Throws<ArgumentOutOfRangeException>(() => Sourcer.Plan(
            new SourcingRule(SourcingPolicy.LeastCost, 0), [1], [.. sites, Depots.With(1)]));
    }

    [Fact]
    public void WhatCannotBe_IsAWrongCall()
    {
        Assert.Throws<ArgumentException>(() =>
            Sourcer.Plan(new SourcingRule(SourcingPolicy.Priority, 0), [1, 2], [Depots.With(1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            Sourcer.Plan(new SourcingRule((SourcingPolicy)5, 0), [1], [Depots.With(1)]));
    }

    private static void AssertShipped(
        SourcingPolicy policy, long[] asked, SourceSite[] sites, (int Site, int Line, long Units)[] shipped)
    {
        var plan = Sourcer.Plan(new SourcingRule(policy, Depots.Now), asked, sites);

        Assert.Equal(shipped, plan.Shipments.Select(each => (each.Site, each.Line, each.Units)));
        Assert.True(plan.IsWhole);
    }
}
