using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Picking;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Picking;

/// <summary>The pick walk, and picks along it, asked of a running inventory.</summary>
public sealed class PickWalkTests
{
    public static TheoryData<StoreKind> Kinds { get; } = new(StoreKind.Memory, StoreKind.Sqlite);

    [Theory]
    [MemberData(nameof(Kinds))]
    [Capability("LOC-05")]
    public async Task Walk_IsRead_WithSequencesThatAreShared_AsTheyAreNow(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);

        Assert.Equal(["C1", "A2", "A1"], await WalkAsync(shop, "wh"));
        Assert.Equal(["A2", "A1"], await WalkAsync(shop, "A"));
        await shop.PostAsync(
            new SetAddress("move", "A1", At(10)), new SetAddress("off", "C1", null), new SetAddress("z", "B", At(9)));
        Assert.Equal(["A1!", "A2!"], await WalkAsync(shop, "WH"));
        Assert.Empty(await WalkAsync(shop, "NYC"));

        var refused = await shop.Inventory.GetPickWalkAsync("NOWHERE");
        Assert.Equal(ErrorCodes.LocationNotFound, Assert.Single(refused.Errors).Code);
        Assert.True((await shop.Inventory.VerifyAsync()).IsClean);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    [Capability("LOC-05"), Capability("RES-06")]
    public async Task Nearest_PicksAlongTheWalk_FromWhereThePickerStands(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(In("A1"), In("A2"), In("C1"), In("B2"));

        Assert.Equal(["C1", "A2", "A1", "B2"], await PicksAsync(shop, 8));
        Assert.Equal(["C1", "A2"], await PicksAsync(shop, 3));
        Assert.Equal(["A2", "A1", "C1"], await PicksAsync(shop, 5, "A2"));
        Assert.Equal(["A1", "C1", "A2", "B2"], await PicksAsync(shop, 8, "a1"));

        // As soon as it is moved, whatever was remembered.
        await shop.PostAsync(new SetAddress("move", "A1", At(1)));
        Assert.Equal(["C1", "A1"], await PicksAsync(shop, 4));
    }

    [Fact]
    [Capability("RES-06")]
    public async Task Nearest_FallsToFifo_OnlyWhereNothingIsOnTheWalk()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(In("B2"));

        Assert.Equal(PickStrategy.Fifo, (await ProposeAsync(shop, 1)).GetValueOrThrow().Followed);
        await shop.PostAsync(In("A1"));
        Assert.Equal(PickStrategy.Nearest, (await ProposeAsync(shop, 3)).GetValueOrThrow().Followed);
    }

    [Theory]
    [InlineData("B2", "Invalid.Field")]
    [InlineData("NYC", "Invalid.Field")]
    [InlineData("NOWHERE", "NotFound.Location")]
    [Capability("LOC-05")]
    public async Task Start_ThatTheWalkDoesNotComeTo_IsRefused(string start, string code)
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(new SetAddress("nyc", "NYC", At(1)));

        var error = Assert.Single((await ProposeAsync(shop, 1, start)).Errors);

        Assert.Equal((code, "start"), (error.Code.Name, error.Target));
    }

    private static async Task<Shop> OpenAsync(Stores stores)
    {
        var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            new DefineLocation("a", "A", LocationKind.Zone, "WH") { Address = At(2) },
            new DefineLocation("b", "B", LocationKind.Zone, "WH") { Address = At(1) },
            new DefineLocation("a1", "A1", LocationKind.Bin, "A") { Address = At(20) },
            new DefineLocation("a2", "A2", LocationKind.Bin, "A") { Address = At(10) },
            new DefineLocation("c1", "C1", LocationKind.Bin, "B") { Address = At(10) });
        return shop;
    }

    private static BinAddress At(int walk) => new() { Walk = walk };

    private static async Task<IEnumerable<string>> WalkAsync(Shop shop, string location) =>
        (await shop.Inventory.GetPickWalkAsync(location)).GetValueOrThrow()
            .Select(stop => stop.Place.Code + (stop.IsShared ? "!" : string.Empty));

    private static async Task<IEnumerable<string>> PicksAsync(Shop shop, int quantity, string? start = null) =>
        (await ProposeAsync(shop, quantity, start)).GetValueOrThrow().Picks.Select(pick => pick.Location);

    private static Task<Result<PickProposal>> ProposeAsync(Shop shop, int quantity, string? start = null) =>
        shop.Inventory.ProposePicksAsync(
            new PickQuery("NUT", Quantity.Each(quantity), "WH", PickStrategy.Nearest) { Start = start });

    private static PostMovement In(string place) => new(
        new CommandKey($"in:{place}"), MovementKind.Receipt,
        new MovementLine("NUT", Quantity.Each(2)) { To = place, Cost = Cost.Zero });
}
