using Inventory.Catalog;
using Inventory.Engine.Tests.Support;
using Inventory.Locations;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Facade;

/// <summary>The room of bins, in a running inventory.</summary>
[Capability("LOC-03")]
public sealed class BinRoomTests
{
    public static TheoryData<StoreKind> Kinds { get; } = new(StoreKind.Memory, StoreKind.Sqlite);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Room_IsAnswered_WithWhatLiesThere(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            new SetMeasures("m", "NUT", new SkuMeasures(1_500, 100)),
            new SetCapacity("c", "B1", new BinCapacity { Units = 10, Grams = 9 }),
            Shop.Receipt("in", 3), new SetCapacity("c2", "B1", new BinCapacity { Units = 4, Grams = 4 }));

        var room = (await shop.Inventory.GetBinRoomAsync("b1")).GetValueOrThrow();

        Assert.Equal([new BinGoods("NUT", Quantity.Each(3))], room.Goods);
        Assert.Equal(
            [
                new RoomUse(CapacityMeasure.Units, 3, 4), new RoomUse(CapacityMeasure.Grams, 5, 4),
                new RoomUse(CapacityMeasure.Millilitres, 1, null), new RoomUse(CapacityMeasure.Pallets, 0, null),
                new RoomUse(CapacityMeasure.Skus, 1, null),
            ],
            room.Uses);
        Assert.Equal([1, 0, null, null, null], room.Uses.Select(use => use.Free));
        Assert.Equal(
            ErrorCodes.InvalidLocation, Assert.Single((await shop.Inventory.GetBinRoomAsync("WH")).Errors).Code);
        Assert.Equal(
            ErrorCodes.LocationNotFound, Assert.Single((await shop.Inventory.GetBinRoomAsync("NO")).Errors).Code);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task OneBatch_AndOneCall_FillABinUpToItsLimit(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);

        // The capacity is set in the batch that moves goods into the bin and out of it before.
        var answers = await shop.Inventory.ExecuteAsync(
        [
            Shop.Receipt("a", 5), Shop.Issue("b", 2), new SetCapacity("c", "B1", new BinCapacity { Units = 4 }),
            Shop.Receipt("d", 1), Shop.Receipt("e", 1), Shop.Issue("f", 1), Shop.Receipt("g", 1),
        ]);
        Assert.Equal([true, true, true, true, false, true, true], answers.Select(answer => answer.Succeeded));

        var together = await shop.Inventory.ExecuteAsync(
            [Shop.Issue("h", 2), Shop.Receipt("i", 1), Shop.Receipt("j", 2)], ExecuteOptions.AllOrNothing);
        Assert.Equal(ErrorCodes.Capacity, together[2].Errors[0].Code);
        Assert.Equal([new BinGoods("NUT", Quantity.Each(4))],
            (await shop.Inventory.GetBinRoomAsync("B1")).GetValueOrThrow().Goods);
        Assert.True((await shop.Inventory.VerifyAsync()).IsClean);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Warning_IsInTheAnswer_AndInItsRepetition(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        var over = new OverCapacity("B1", CapacityMeasure.Units, 1, 2);
        await shop.PostAsync(
            new SetCapacity("c", "B1", new BinCapacity { Units = 1, Policy = CapacityPolicy.Warn }));

        Assert.Equal([over], (await shop.PostAsync(Shop.Receipt("in", 2)))[0].OverCapacity);
        await using var other = await Shop.OpenAsync(stores.First);
        Assert.Equal([over], (await other.PostAsync(Shop.Receipt("in", 2)))[0].OverCapacity);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Contents_AreFoldedAgain(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            Shop.Receipt("a", 5), Shop.Receipt("b", 2, to: "B2"), Shop.Receipt("c", 2, to: "NYC"),
            Shop.Issue("d", 2, "B2"));

        await shop.Inventory.RebuildAsync();

        Assert.Empty((await shop.Inventory.VerifyAsync()).Findings);
        Assert.Single((await shop.Inventory.GetBinRoomAsync("B1")).GetValueOrThrow().Goods);
        Assert.Empty((await shop.Inventory.GetBinRoomAsync("B2")).GetValueOrThrow().Goods);
    }
}
