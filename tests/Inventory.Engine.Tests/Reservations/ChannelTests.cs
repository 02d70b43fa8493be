using Inventory.Engine.Tests.Support;
using Inventory.Movements;
using Inventory.Policies;
using Inventory.References;
using Inventory.Reservations;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Reservations;

/// <summary>What a channel may have of what is available, and in which quantities.</summary>
public sealed class ChannelTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("RES-10")]
    public async Task Buffer_IsHiddenFromItsChannel_AndKeptForOthers(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores, new SellingRule { BufferShare = 0.25m, BufferUnits = 2 });

        // floor(10 * 0.75) - 2
        Assert.Equal((5m, 5m), await ShownAsync(shop, "WEB"));
        Assert.Equal("5 ea", (await shop.RefuseAsync(Reserve("a", 6, "WEB"))).Allowed);
        await shop.PostAsync(Reserve("b", 5, "WEB"));
        Assert.Equal((1m, 4m), await ShownAsync(shop, "WEB"));
        await shop.PostAsync(Reserve("c", 5, channel: null));
        Assert.Equal((0m, 0m), await ShownAsync(shop, "WEB"));
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("RES-14")]
    public async Task OversellLimit_IsAsFarAsPromisesGo(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores, new SellingRule { OversellLimit = 3 });

        Assert.Equal("13 ea", (await shop.RefuseAsync(Reserve("a", 14, "WEB"))).Allowed);
        await shop.PostAsync(Reserve("b", 12, "WEB"));
        Assert.Equal("1 ea", (await shop.RefuseAsync(Reserve("c", 2, "WEB"))).Allowed);
        Assert.Equal(ErrorCodes.Insufficient, (await shop.RefuseAsync(Reserve("d", 1, channel: null))).Code);
        await shop.PostAsync(Reserve("e", 1, "WEB"));
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("RES-15")]
    public async Task OrdersThatMayNotWait_AreRefusedWhatIsNotThere(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores, new SellingRule { Backorders = false });

        var refused = await shop.RefuseAsync(Order("a", 12, "WEB"));
        await shop.PostAsync(Order("b", 10, "WEB"));

        Assert.Equal(("Conflict.BackorderForbidden", "10 ea"), (refused.Code.Name, refused.Allowed));
        Assert.Equal(("Conflict.BackorderForbidden", "0 ea"), await RefusedAsync(shop, Order("c", 1, "WEB")));
        await shop.PostAsync(Order("d", 1, channel: null));
        await shop.PostAsync(
            new SetSelling("rule", "NUT", new SellingLine(new SellingRule { Backorders = true }, "WEB")));
        await shop.PostAsync(Order("e", 1, "WEB"));
        await shop.VerifyAsync();
    }

    /// <summary>Safety stock is withheld by a rule for all channels, or lies apart as a state.</summary>
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("QTY-09")]
    public async Task SafetyStock_IsNotSold_AndMoreOfItThanThereIsLeavesNothing(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores, SellingRule.Empty);
        await shop.PostAsync(
            new SetSelling("safety", "NUT", new SellingLine(new SellingRule { BufferUnits = 4 })),
            new PostMovement("apart", MovementKind.StatusChange, new MovementLine("NUT", Quantity.Each(1))
            {
                From = "B1",
                ToStatus = StockStatus.Withheld,
            }));

        var there = Assert.Single(await shop.Inventory.GetAvailabilityAsync(["NUT"], ["WH"]));
        Assert.Equal(
            (10m, 5m, 4m, 1m),
            (there.OnHand.Amount, there.Available.Amount, there.Hidden.Amount, there.Blocked.Withheld.Amount));
        Assert.Equal(("Conflict.Insufficient", "5 ea"), await RefusedAsync(shop, Reserve("a", 6, channel: null)));

        await shop.PostAsync(new SetSelling("more", "NUT", new SellingLine(new SellingRule { BufferUnits = 40 })));
        Assert.Equal((0m, 9m), await ShownAsync(shop, "WEB"));
        Assert.Equal(("Conflict.Insufficient", "0 ea"), await RefusedAsync(shop, Reserve("b", 1, "WEB")));
    }

    [Fact]
    [Capability("RES-19")]
    public async Task OrderRules_AreOfAllLinesTogether()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(
            stores, new SellingRule { OrderMinimum = 4, OrderIncrement = 2, OrderMaximum = 8 });

        var split = new ReserveStock(
            "split", new ReservationLine("NUT", Quantity.Each(3), "WH"),
            new ReservationLine("NUT", Quantity.Each(3), "WH"))
        { Channel = "WEB" };

        Assert.Equal(("Invalid.Increment", "4 ea or 6 ea"), await RefusedAsync(shop, Reserve("a", 5, "WEB")));
        Assert.Equal(("Invalid.Increment", "8 ea"), await RefusedAsync(shop, Reserve("b", 10, "WEB")));
        await shop.PostAsync(split);
    }

    [Fact]
    [Capability("RES-10")]
    public async Task UnknownChannel_IsRefused()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores, SellingRule.Empty);

        Assert.Equal(("NotFound.Code", null), await RefusedAsync(shop, Reserve("a", 1, "FAX")));
    }

    /// <summary>Two engines promise from one buffered channel at once: the buffer holds between them.</summary>
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("RES-10")]
    public async Task Buffer_HoldsBetweenTwoEngines(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var first = await OpenAsync(stores, new SellingRule { BufferUnits = 4 });
        await using var second = await Shop.ConnectAsync(stores.Connect());
        await second.PostAsync(Reserve("warm-2", 1, "WEB"));
        await first.PostAsync(Reserve("warm-1", 1, "WEB"));

        var calls = Enumerable.Range(0, 12).Select(i =>
            (i % 2 == 0 ? first : second).Inventory.ExecuteAsync(Reserve($"r{i}", 1, "WEB"))).ToList();
        var answers = await Task.WhenAll(calls);

        Assert.Equal(4, answers.Count(answer => answer.Succeeded));
        Assert.Equal((0m, 4m), await ShownAsync(first, "WEB"));
        await first.VerifyAsync();
    }

    private static async Task<Shop> OpenAsync(Stores stores, SellingRule rule)
    {
        var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(new DefineChannel("web", "WEB") { Selling = rule }, Shop.Receipt("stock", 10));
        return shop;
    }

    private static ReserveStock Reserve(string key, decimal quantity, string? channel) =>
        new(key, "NUT", "WH", Quantity.Each(quantity)) { Channel = channel };

    private static ReserveStock Order(string key, decimal quantity, string? channel) =>
        Reserve(key, quantity, channel) with { Kind = PromiseKind.Order, Shortage = Shortage.Backorder };

    private static async Task<(string, string?)> RefusedAsync(Shop shop, ReserveStock reserve)
    {
        var error = await shop.RefuseAsync(reserve);
        return (error.Code.Name, error.Allowed);
    }

    private static async Task<(decimal Available, decimal Hidden)> ShownAsync(Shop shop, string channel)
    {
        var query = new AvailabilityQuery(["NUT"]) { Pools = ["WH"], Channel = channel };
        var answer = Assert.Single(await shop.Inventory.GetAvailabilityAsync(query));
        return (answer.Available.Amount, answer.Hidden.Amount);
    }
}
