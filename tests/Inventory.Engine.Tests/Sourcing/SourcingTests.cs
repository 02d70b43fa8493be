using Inventory.Catalog;
using Inventory.Engine.Tests.Support;
using Inventory.Kits;
using Inventory.Locations;
using Inventory.Policies;
using Inventory.References;
using Inventory.Reservations;
using Inventory.Sourcing;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Sourcing;

/// <summary>Where an order is shipped from, asked of a running inventory.</summary>
[Capability("RES-09")]
public sealed class SourcingTests
{
    public static TheoryData<StoreKind> Kinds { get; } = new(StoreKind.Memory, StoreKind.Sqlite);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task EachPolicy_NamesItsSites_AndTheReservationFollows(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);

        var near = await ProposeAsync(shop, SourcingPolicy.Distance, ("NUT", 5), ("TEA", 2));
        Assert.Equal(["NYC NUT 4", "NYC TEA 1", "WH NUT 1", "WH TEA 1"], Text(near));
        await AssertAsync(SourcingPolicy.Priority, "WH NUT 5", "WH TEA 2");
        await AssertAsync(SourcingPolicy.LeastCost, "EAST NUT 5", "EAST TEA 2");
        await AssertAsync(SourcingPolicy.FewestParcels, "WH NUT 5", "WH TEA 2");
        await AssertAsync(SourcingPolicy.LatestCutOff, "NYC NUT 4", "NYC TEA 1", "EAST NUT 1", "EAST TEA 1");
        async Task AssertAsync(SourcingPolicy policy, params string[] lines) =>
            Assert.Equal(lines, Text(await ProposeAsync(shop, policy, ("NUT", 5), ("TEA", 2))));

        var posted = await shop.PostAsync(new ReserveStock("order", near.Lines) { Kind = PromiseKind.Order });
        Assert.Equal(near.Lines.Select(line => line.Quantity), posted[0].Lines.Select(line => line.Promised));
        await shop.VerifyAsync();
    }

    /// <summary>A proposal binds nothing: who reserves by one that others have overtaken is refused.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task StaleProposal_IsRefusedWhenItIsReserved_ByAnyEngine(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await using var other = await Shop.ConnectAsync(stores.Connect());

        var proposal = await ProposeAsync(shop, SourcingPolicy.Distance, ("NUT", 5));
        await other.PostAsync(new ReserveStock("first", "NUT", "NYC", Quantity.Each(1)));
        var refused = await shop.Inventory.ExecuteAsync(new ReserveStock("second", proposal.Lines));

        var error = Assert.Single(refused.Errors);
        Assert.Equal((ErrorCodes.Insufficient, "4 ea", "3 ea"), (error.Code, error.Actual, error.Allowed));
        Assert.Null(await shop.Inventory.FindReservationAsync("second"));
        var again = await ProposeAsync(shop, SourcingPolicy.Distance, ("NUT", 5));
        Assert.Equal(["NYC NUT 3", "WH NUT 2"], Text(again));
        await shop.PostAsync(new ReserveStock("second", again.Lines));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task NoSource_IsRefused_WithTheReasonOfEachSite(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        var query = Query(SourcingPolicy.FewestParcels, ("NUT", 50), ("TEA", 1));
        query = query with
        {
            Sites = [query.Sites[0], query.Sites[1] with { CutOff = Shop.Begin - Duration.FromSeconds(1) }],
        };

        var refused = await shop.Inventory.ProposeSourcesAsync(query);

        Assert.Equal(
            [
                ("Conflict.NoSource", "sites[0]", "NUT 20 ea", "NUT 50 ea"),
                ("Conflict.NoSource", "sites[1]", "2021-01-01T00:00:00Z", "2020-12-31T23:59:59Z"),
            ],
            refused.Errors.Select(error => (error.Code.Name, error.Target, error.Actual, error.Allowed)));

        var some = (await shop.Inventory.ProposeSourcesAsync(query with { TakesAvailable = true })).GetValueOrThrow();
        Assert.Equal(["WH NUT 20", "WH TEA 1"], Text(some));
        Assert.Equal([("NUT", 30m)], some.Missing.Select(line => (line.Sku, line.Quantity.Amount)));
        Assert.Equal(1, some.Parcels);
        Assert.False((await shop.Inventory.ProposeSourcesAsync(
            Query(SourcingPolicy.Priority, ("GOLD", 1)) with { TakesAvailable = true })).Succeeded);
    }

    [Fact]
    public async Task WhatSharesGoods_ComesFromOneSite_AndKitsByThemselvesMayBeDivided()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores);

        // A gift is a nut and two teas: NYC has 4 nuts and 1 tea, EAST 9 and 9, WH 20 and 3.
        Assert.Equal(
            ["WH GIFT 1", "EAST GIFT 4"], Text(await ProposeAsync(shop, SourcingPolicy.Priority, ("GIFT", 5))));
        Assert.Equal(
            ["EAST GIFT 4", "EAST NUT 5"],
            Text(await ProposeAsync(shop, SourcingPolicy.Priority, ("GIFT", 4), ("NUT", 5))));
        var refused = await shop.Inventory.ProposeSourcesAsync(Query(SourcingPolicy.Priority, ("GIFT", 4), ("NUT", 6)));
        Assert.All(refused.Errors, error => Assert.Equal(ErrorCodes.NoSource, error.Code));
    }

    [Fact]
    public async Task ChannelAndHolder_CountAsInAvailability()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(
            new DefineChannel("web", "WEB") { Selling = new SellingRule { BufferUnits = 3 } },
            new ReserveStock("cart", "NUT", "WH", Quantity.Each(18)) { Holder = "me" });

        var query = Query(SourcingPolicy.Priority, ("NUT", 18));
        Assert.False((await shop.Inventory.ProposeSourcesAsync(query with { Sites = [query.Sites[0]] })).Succeeded);
        Assert.Equal(
            ["WH NUT 18"], Text((await shop.Inventory.ProposeSourcesAsync(query with { Holder = "me" })).Value));
        var web = (await shop.Inventory.ProposeSourcesAsync(query with { Holder = "me", Channel = "WEB" })).Value;
        Assert.Equal(["WH NUT 17", "EAST NUT 1"], Text(web));
        await shop.PostAsync(new ReserveStock("web-1", web.Lines) { Holder = "me", Channel = "WEB" });
    }

    [Fact]
    public async Task WhatIsWrong_IsSaidAllAtOnce()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(new DefineSku("wrap", "WRAP") { Type = SkuType.Service });

        var refused = await shop.Inventory.ProposeSourcesAsync(new SourcingQuery(
            [new("NONE", Quantity.Each(1)), new("NUT", Quantity.Each(0)), new("NUT", Quantity.Each(0.5m)),
                new("WRAP", Quantity.Each(1)), new("NUT", Quantity.Each(1)) { Grade = "NO" }],
            [new("WH") { Distance = -1, ParcelCost = SourcingSite.AmountMax + 1 }, new("B1"), new("NOWHERE"),
                new("SUPPLIER")],
            (SourcingPolicy)9)
        {
            SplitPenalty = -1,
            Channel = "FAX",
        });

        Assert.Equal(
            [
                ("Invalid.Field", "policy"), ("Invalid.Field", "splitPenalty"), ("Invalid.Field", "sites[0].distance"),
                ("Invalid.Field", "sites[0].parcelCost"), ("Invalid.Quantity", "lines[1].quantity"),
                ("Invalid.Step", "lines[2].quantity"), ("Invalid.Location", "sites[3].pool"),
                ("Invalid.ForServiceItem", "lines[3].sku"), ("Invalid.Grade", "lines[4].grade"),
                ("Invalid.Reservation", "sites[1].pool"), ("NotFound.Sku", "lines[0].sku"),
                ("NotFound.Location", "sites[2].pool"), ("NotFound.Code", "channel"),
            ],
            refused.Errors.Select(error => (error.Code.Name, error.Target)));

        var empty = await shop.Inventory.ProposeSourcesAsync(new SourcingQuery([], [], SourcingPolicy.Priority));
        Assert.Equal(["lines", "sites"], empty.Errors.Select(error => error.Target));
        var many = Query(SourcingPolicy.FewestParcels, ("NUT", 1)) with
        {
            Sites = [.. Enumerable.Range(0, Sourcer.WeighedMax + 1).Select(i => new SourcingSite($"S{i}"))],
        };
        Assert.Equal("1 to 16", Assert.Single((await shop.Inventory.ProposeSourcesAsync(many)).Errors).Allowed);
    }

    /// <summary>Whatever lies where and is promised to whom: a proposal can be reserved as it stands.</summary>
    [Property(MaxTest = 60)]
    public void Proposal_OfNow_IsNeverRefused(byte[] stock, byte[] asked, byte policy, byte buffer)
    {
        Task.Run(() => ProposeAndReserveAsync(stock, asked, (SourcingPolicy)(policy % 5), buffer))
            .GetAwaiter().GetResult();
    }

    private static async Task ProposeAndReserveAsync(byte[] stock, byte[] asked, SourcingPolicy policy, byte buffer)
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores);
        var rule = new SellingRule
        {
            BufferUnits = buffer % 4,
            OversellLimit = buffer / 4 % 3,
            BufferShare = buffer >= 192 ? 0.25m : null,
        };
        await shop.PostAsync(new DefineChannel("web", "WEB") { Selling = rule });
        string[] skus = ["NUT", "TEA", "GIFT", "GOLD"];
        for (var i = 0; i < Math.Min(stock.Length, 6); i++)
        {
            await shop.Inventory.ExecuteAsync(new ReserveStock(
                $"before-{i}", skus[stock[i] % 3], Sites[stock[i] / 3 % 3], Quantity.Each(1 + stock[i] % 7)));
        }

        var lines = asked.Take(4).Select(each => (skus[each % 4], (decimal)(1 + each / 4 % 12)))
            .DefaultIfEmpty(("NUT", 2));
        var query = Query(policy, [.. lines]) with { Channel = "WEB", TakesAvailable = true };

        var proposal = await shop.Inventory.ProposeSourcesAsync(query);

        if (proposal.Succeeded)
        {
            await shop.PostAsync(new ReserveStock("order", proposal.Value.Lines) { Channel = "WEB" });
        }
        else
        {
            foreach (var site in Sites)
            {
                await shop.RefuseAsync(new ReserveStock(
                    site, [.. query.Lines.Select(line => new ReservationLine(line.Sku, line.Quantity, site))])
                {
                    Channel = "WEB",
                });
            }
        }
    }

    private static IReadOnlyList<string> Sites { get; } = ["WH", "NYC", "EAST"];

    private static SourcingQuery Query(SourcingPolicy policy, params (string Sku, decimal Quantity)[] lines) => new(
        [.. lines.Select(line => new SourcingLine(line.Sku, Quantity.Each(line.Quantity)))],
        [
            new("WH") { Priority = 1, Distance = 900, ParcelCost = 700, CutOff = Shop.Begin },
            new("NYC") { Priority = 3, Distance = 10, ParcelCost = 400 },
            new("EAST")
            {
                Priority = 2,
                Distance = 1000,
                ParcelCost = 600,
                CutOff = Shop.Begin + Duration.FromHours(1),
            },
        ],
        policy)
    {
        SplitPenalty = 100,
    };

    private static async Task<SourcingProposal> ProposeAsync(
        Shop shop, SourcingPolicy policy, params (string Sku, decimal Quantity)[] lines) =>
        (await shop.Inventory.ProposeSourcesAsync(Query(policy, lines))).GetValueOrThrow();

    private static IEnumerable<string> Text(SourcingProposal proposal) =>
        proposal.Lines.Select(line => $"{line.Pool} {line.Sku} {line.Quantity.Amount}");

    private static async Task<Shop> OpenAsync(Stores stores)
    {
        var shop = await Shop.OpenAsync(stores.Connect());
        await shop.PostAsync(
            new DefineLocation("east", "EAST", LocationKind.Site),
            new DefineSku("tea", "TEA"), new DefineSku("gift", "GIFT"), new DefineSku("gold", "GOLD"),
            new SetComponents(
                "parts", "GIFT", new KitPart("NUT", Quantity.Each(1)), new KitPart("TEA", Quantity.Each(2))),
            Shop.Receipt("r1", 20), Shop.Receipt("r2", 3, sku: "TEA"),
            Shop.Receipt("r3", 4, to: "NYC"), Shop.Receipt("r4", 1, to: "NYC", sku: "TEA"),
            Shop.Receipt("r5", 9, to: "EAST"), Shop.Receipt("r6", 9, to: "EAST", sku: "TEA"));
        return shop;
    }
}
