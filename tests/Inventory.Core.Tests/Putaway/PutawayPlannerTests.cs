using Inventory.Catalog;
using Inventory.Locations;
using Inventory.Putaway;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Putaway;

/// <summary>Goods go into the first bin that will do, by the first rule that has one.</summary>
[Capability("LOC-13")]
public sealed class PutawayPlannerTests
{
    private static readonly Sku _nut = Sku(1, "NUT");
    private static readonly Sku _milk = Sku(2, "MILK");

    [Fact]
    public void Rules_AreTriedInOrder_AndBinsInTheirs()
    {
        PutawayBin[] bins = [Bin(10), Bin(11, content: (_milk, 3)), Bin(12, content: (_nut, 3)), Bin(13)];

        Assert.Equal((12, 0), Chosen(bins, new(PutawayTarget.WithTheSku), new(PutawayTarget.Empty)));
        Assert.Equal((10, 0), Chosen(bins, new(PutawayTarget.Empty), new(PutawayTarget.WithTheSku)));
        Assert.Equal((13, 1), Chosen(bins[1..], new(PutawayTarget.Any, "z9"), new(PutawayTarget.Empty)));
        Assert.Equal((11, 0), Chosen(bins[1..], new PutawayRule(PutawayTarget.Any, "zone")));
    }

    [Fact]
    public void Rule_IsForWhatItSays()
    {
        PutawayBin[] bins = [Bin(10)];
        var any = new PutawayRule(PutawayTarget.Any);

        Assert.Equal(
            (10, 0), Chosen(bins, any with { Sku = " nut", Category = "food", Unit = "Pallet", Velocity = "a" }));
        Assert.Equal((10, 0), Chosen(bins, any with { Category = "ALL" }));
        Assert.All(
            new[] { any with { Sku = "MILK" }, any with { Category = "TOYS" }, any with { Unit = "ea" },
                any with { Velocity = "B" } },
            rule => Assert.Equal(((int?)null, (int?)null), Chosen(bins, rule)));
        Assert.Empty(PutawayPlanner.Plan(Goods(), [any with { Sku = "MILK" }], bins).Failures);
    }

    [Fact]
    public void WithoutABin_EachFailsEachRule_ByWhatIsInTheWay()
    {
        var frozen = Bin(13);
        PutawayBin[] bins =
        [
            Bin(10, new BinCapacity { Units = 4 }), Bin(11, content: (_milk, 1)),
            Bin(12, new BinCapacity { Grams = 9 }),
            frozen with { Bin = frozen.Bin with { Freeze = Freeze(FreezeDirection.In) } },
        ];

        var plan = PutawayPlanner.Plan(
            Goods(),
            [new PutawayRule(PutawayTarget.Empty), new PutawayRule(PutawayTarget.WithTheSku, "ELSEWHERE")], bins);

        Assert.Null(plan.Bin);
        Assert.Equal(
            [
                new("P10", 0, PutawayObstacle.NoRoom), new("P11", 0, PutawayObstacle.NotEmpty),
                new("P12", 0, PutawayObstacle.NoRoom), new("P13", 0, PutawayObstacle.Frozen),
                new("P10", 1, PutawayObstacle.OutsideOfTheRule), new("P11", 1, PutawayObstacle.OutsideOfTheRule),
                new("P12", 1, PutawayObstacle.OutsideOfTheRule), new("P13", 1, PutawayObstacle.OutsideOfTheRule),
            ],
            plan.Failures);
        Assert.Equal(
            PutawayObstacle.WithoutTheSku,
            PutawayPlanner.Plan(Goods(), [new(PutawayTarget.WithTheSku)], bins[..1]).Failures[0].Obstacle);
    }

    [Fact]
    public void FreezeAbove_StopsWhatComesIn_AndOneForWhatGoesOutDoesNot()
    {
        var bin = Bin(10);
        PutawayBin Under(FreezeDirection direction) =>
            bin with { Above = [bin.Above[0] with { Freeze = Freeze(direction) }] };
        var any = new PutawayRule(PutawayTarget.Any);

        Assert.Null(Chosen([Under(FreezeDirection.In)], any).Bin);
        Assert.Null(Chosen([Under(FreezeDirection.Both)], any).Bin);
        Assert.Equal((10, 0), Chosen([Under(FreezeDirection.Out)], any));
    }

    /// <summary>The bin is one into which the same movement would be let, and the first of those.</summary>
    [Property]
    public void Bin_IsTheFirstWithRoom(byte[] bytes, byte asked)
    {
        var bins = bytes.Take(8).Select((each, index) => Bin(
            10 + index, each % 3 == 0 ? null : new BinCapacity { Units = each / 3 % 9 },
            (each % 2 == 0 ? _nut : _milk, each % 5))).ToList();
        var steps = 1 + asked % 6;

        var plan = PutawayPlanner.Plan(Goods() with { Steps = steps }, [new PutawayRule(PutawayTarget.Any)], bins);

        var first = bins.Find(bin => bin.Bin.Details.Capacity?.Units is not { } units
            || bin.Contents.Sum(content => content.Steps) + steps <= units);
        Assert.Equal(first?.Bin, plan.Bin);
        Assert.Equal(first is null ? bins.Count : 0, plan.Failures.Count);
    }

    private static (int? Bin, int? Rule) Chosen(IReadOnlyList<PutawayBin> bins, params PutawayRule[] rules)
    {
        var plan = PutawayPlanner.Plan(Goods(), rules, bins);
        return (plan.Bin?.Number, plan.Rule);
    }

    private static PutawayGoods Goods() => new(_nut, 5, "pallet", ["Food", "All"], "A");

    private static Freeze Freeze(FreezeDirection direction) => new(direction, FreezePurpose.Audit, "ann", null);

    private static PutawayBin Bin(
        int number, BinCapacity? capacity = null, (Sku Sku, long Steps) content = default) => new(
        new Location
        {
            Number = number,
            Code = $"P{number}",
            Kind = LocationKind.Bin,
            HoldsStock = true,
            Details = new LocationDetails { Capacity = capacity },
        },
        [new Location { Number = 5, Code = "ZONE", Kind = LocationKind.Zone }],
        content.Sku is null || content.Steps == 0 ? [] : [content]);

    private static Sku Sku(int number, string code) =>
        new() { Number = number, Code = code, BaseUnit = UnitOfMeasure.Each };
}
