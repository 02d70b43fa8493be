using Inventory.Catalog;
using Inventory.Engine.Tests.Support;
using Inventory.Locations;
using Inventory.Packs;
using Inventory.Putaway;
using Inventory.References;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Putaway;

/// <summary>Where goods are put, asked of a running inventory.</summary>
[Capability("LOC-13")]
public sealed class PutawayProposalTests
{
    private static readonly PutawayRule _any = new(PutawayTarget.Any);

    public static TheoryData<StoreKind> Kinds { get; } = new(StoreKind.Memory, StoreKind.Sqlite);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Rules_ByPackCategoryAndStock_ChooseTheFirstBinWithRoom(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        PutawayRule[] rules =
        [
            _any with { Unit = "pallet", Within = "BULK" }, new(PutawayTarget.WithTheSku) { Category = "all" },
            new(PutawayTarget.Empty, "PICK") { Velocity = "A" }, new(PutawayTarget.Empty),
        ];

        // The walk comes to PICK-2 first, and to B1 and B2 not at all.
        Assert.Equal(("BULK-1", 0), await ChosenAsync(shop, new PutawayQuery("NUT", new(1, "pallet"), "WH", rules)));
        Assert.Equal(("PICK-2", 2), await ChosenAsync(shop, Query(3, rules) with { Velocity = "a" }));
        Assert.Equal(("BULK-1", 3), await ChosenAsync(shop, Query(3, rules)));
        await shop.PostAsync(Shop.Receipt("in", 8, to: "PICK-1"));
        Assert.Equal(("PICK-1", 1), await ChosenAsync(shop, Query(2, rules)));
        Assert.Equal(("BULK-1", 3), await ChosenAsync(shop, Query(3, rules)));
        Assert.Equal(("BULK-1", 3), await ChosenAsync(shop, Query(3, rules) with { Pool = "B1" }));
        Assert.True((await shop.Inventory.VerifyAsync()).IsClean);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task WithoutABin_TheFailingRuleOfEachIsNamed(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(new FreezeLocation("f", "BULK", "ann"));

        var plan = (await shop.Inventory.ProposePutawayAsync(
            Query(11, _any with { Within = "PICK" }, _any with { Within = "BULK" }))).GetValueOrThrow();

        Assert.Null(plan.Bin);
        Assert.Contains(new PutawayFailure("PICK-1", 0, PutawayObstacle.NoRoom), plan.Failures);
        Assert.Contains(new PutawayFailure("PICK-2", 1, PutawayObstacle.OutsideOfTheRule), plan.Failures);
        Assert.Contains(new PutawayFailure("BULK-1", 1, PutawayObstacle.Frozen), plan.Failures);
        Assert.Equal(2 * 5, plan.Failures.Count);
    }

    [Fact]
    public async Task WhatIsWrong_IsSaidAllAtOnce()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores);

        var refused = await shop.Inventory.ProposePutawayAsync(
            new PutawayQuery("NONE", Quantity.Each(0), "NOWHERE",
            [
                new PutawayRule((PutawayTarget)9, "NOWHERE") { Sku = "NONE", Category = "NONE" },
            ]));

        Assert.Equal(
            [
                "target:rules[0].target", "quantity:quantity", "sku:sku", "sku:rules[0].sku", "pool:pool",
                "within:rules[0].within", "category:rules[0].category",
            ],
            refused.Errors.Select(error => $"{error.Target.Split('.')[^1]}:{error.Target}"));
        Assert.Equal(
            ErrorCodes.InvalidField, Assert.Single((await shop.Inventory.ProposePutawayAsync(Query(1))).Errors).Code);
        Assert.Equal(
            ErrorCodes.InvalidStep,
            Assert.Single((await shop.Inventory.ProposePutawayAsync(Query(0.5m, _any))).Errors).Code);
    }

    private static async Task<Shop> OpenAsync(Stores stores)
    {
        var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            new DefineLocation("pick", "PICK", LocationKind.Zone, "WH") { Address = At(2) },
            new DefineLocation("bulk", "BULK", LocationKind.Zone, "WH") { Address = At(1) },
            new DefineLocation("p1", "PICK-1", LocationKind.Bin, "PICK") { Address = At(2) },
            new DefineLocation("p2", "PICK-2", LocationKind.Bin, "PICK") { Address = At(1) },
            new DefineLocation("b1", "BULK-1", LocationKind.Bin, "BULK") { Address = At(9) },
            new SetCapacity("c1", "PICK-1", new BinCapacity { Units = 10 }),
            new SetCapacity("c2", "PICK-2", new BinCapacity { Units = 10 }),
            new DefineCategory("all", "ALL"), new DefineCategory("food", "FOOD", "ALL"),
            new SetCategory("nut", "NUT", "FOOD"),
            new SetPacks("packs", "NUT", new Pack("pallet", PackLevel.Pallet, 40, "ea")));
        return shop;
    }

    private static BinAddress At(int walk) => new() { Walk = walk };

    private static PutawayQuery Query(decimal quantity, params PutawayRule[] rules) =>
        new("NUT", Quantity.Each(quantity), "WH", rules);

    private static async Task<(string?, int?)> ChosenAsync(Shop shop, PutawayQuery query)
    {
        var plan = (await shop.Inventory.ProposePutawayAsync(query)).GetValueOrThrow();
        return (plan.Bin?.Code, plan.Rule);
    }
}
