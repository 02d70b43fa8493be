using Inventory.Catalog;
using Inventory.Engine.Tests.Support;
using Inventory.Kits;
using Inventory.Movements;
using Inventory.Policies;
using Inventory.References;
using Inventory.Reservations;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Reservations;

/// <summary>What one customer may have of a SKU, over all its orders.</summary>
[Capability("RES-19")]
public sealed class CustomerLimitTests
{
    public static TheoryData<StoreKind> Kinds { get; } = new(StoreKind.Memory, StoreKind.Sqlite);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Limit_CountsWhatIsOrdered_WaitedFor_AndShipped_OverAllPools(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores, 10);
        await shop.PostAsync(
            Order("a", 3), Order("b", 2, pool: "NYC"),
            new PostMovement("ship", MovementKind.Issue, new MovementLine("NUT", Quantity.Each(2))
            {
                From = "B1",
                Reservation = "a",
            }));

        Assert.Equal(("Invalid.Increment", "5 ea"), await RefusedAsync(shop, Order("c", 6)));
        await shop.PostAsync(Order("d", 4, pool: "NYC"));
        Assert.Equal(("Invalid.Increment", "1 ea"), await RefusedAsync(shop, Order("e", 2)));
        await shop.PostAsync(Order("e", 1));
        Assert.Equal(("Invalid.Increment", null), await RefusedAsync(shop, Order("f", 1)));

        // What others have does not count, nor what is given back.
        await shop.PostAsync(
            Order("g", 10, "bob"), Order("h", 10, holder: null), new ReleaseReservation("i", "b") { Holder = "ann" });
        Assert.Equal(("Invalid.Increment", "2 ea"), await RefusedAsync(shop, Order("j", 3)));
        await shop.PostAsync(Order("j", 2));
        await shop.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Limit_CountsHoldsWhileTheyLast_AndNotThoseThatAreReplaced(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores, 5);
        await shop.PostAsync(Hold("cart", 4), Hold("again", 5));

        Assert.Equal(("Invalid.Increment", null), await RefusedAsync(shop, Hold("there", 1, pool: "NYC")));
        shop.Clock.Advance(Duration.FromMinutes(10));
        await shop.PostAsync(Hold("there", 1, pool: "NYC"), Hold("here", 4));
        await shop.PostAsync(new ConvertReservation("paid", "here") { Holder = "ann" });
        Assert.Equal(("Invalid.Increment", "1 ea"), await RefusedAsync(shop, Hold("more", 2, pool: "NYC")));
        await shop.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Limit_OfAKit_IsInKits_WhateverItWasMadeOf(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores, 100);
        await shop.PostAsync(
            new DefineSku("gift", "GIFT"), new DefineSku("tea", "TEA"), Shop.Receipt("r3", 50, sku: "TEA"),
            new SetComponents(
                "parts", "GIFT", new KitPart("NUT", Quantity.Each(2)), new KitPart("TEA", Quantity.Each(3))),
            new SetSelling("kits", "GIFT", new SellingLine(new SellingRule { CustomerLimit = 4, OrderIncrement = 2 })),
            Order("a", 2, sku: "GIFT"));
        await shop.PostAsync(
            new SetComponents("others", "GIFT", new KitPart("TEA", Quantity.Each(1))), Order("nuts", 5));

        Assert.Equal(("Invalid.Increment", "2 ea"), await RefusedAsync(shop, Order("b", 4, sku: "GIFT")));
        await shop.PostAsync(Order("b", 2, sku: "GIFT"));
        Assert.Equal(("Invalid.Increment", null), await RefusedAsync(shop, Order("c", 2, sku: "GIFT")));
    }

    [Fact]
    public async Task Limit_IsThatOfTheChannel_AndNamesWhoSetItAndWhatTheCustomerHas()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores, 100);
        await shop.PostAsync(
            new DefineChannel("web", "WEB"),
            new SetSelling("few", "NUT", new SellingLine(new SellingRule { CustomerLimit = 3 }, "WEB")),
            Order("a", 2));

        var error = await shop.RefuseAsync(Order("b", 2) with { Channel = "WEB" });

        Assert.Equal(("lines[0].quantity", "2 ea", "1 ea"), (error.Target, error.Actual, error.Allowed));
        Assert.Contains(
            "at most 3 ea per customer (SKU NUT in WEB), who has 2 ea", error.Message, StringComparison.Ordinal);
        await shop.PostAsync(Order("b", 2));
    }

    /// <summary>Many orders of one customer in a call, and at two engines at once: the limit is kept.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Limit_HoldsWithinACall_AndBetweenTwoEngines(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var first = await OpenAsync(stores, 6);
        await using var second = await Shop.ConnectAsync(stores.Connect());

        var calls = Enumerable.Range(0, 12).Select(i => (i % 2 == 0 ? first : second).Inventory.ExecuteAsync(
            [Order($"a{i}", 1), Order($"b{i}", 1, pool: "NYC")])).ToList();
        var answers = (await Task.WhenAll(calls)).SelectMany(answer => answer).ToList();

        Assert.Equal(6, answers.Count(answer => answer.Succeeded));
        Assert.All(answers.Where(answer => !answer.Succeeded), refused =>
            Assert.Equal("Invalid.Increment", refused.Errors[0].Code.Name));
        await first.VerifyAsync();
    }

    private static async Task<Shop> OpenAsync(Stores stores, decimal limit)
    {
        var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            new SetSelling("limit", "NUT", new SellingLine(new SellingRule { CustomerLimit = limit })),
            Shop.Receipt("r1", 60), Shop.Receipt("r2", 5, to: "NYC"));
        return shop;
    }

    private static ReserveStock Order(
        string key, decimal quantity, string? holder = "ann", string pool = "WH", string sku = "NUT") =>
        new(key, sku, pool, Quantity.Each(quantity))
        {
            Holder = holder,
            Kind = PromiseKind.Order,
            Shortage = Shortage.Backorder,
        };

    private static ReserveStock Hold(string key, decimal quantity, string pool = "WH") =>
        new(key, "NUT", pool, Quantity.Each(quantity)) { Holder = "ann", TimeToLive = Duration.FromMinutes(10) };

    private static async Task<(string, string?)> RefusedAsync(Shop shop, ReserveStock reserve)
    {
        var error = await shop.RefuseAsync(reserve);
        return (error.Code.Name, error.Allowed);
    }
}
