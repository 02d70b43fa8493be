using Inventory.Catalog;
using Inventory.Engine.Tests.Support;
using Inventory.Kits;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Reservations;

/// <summary>Kits are promised through their components, and never more of them than those allow.</summary>
[Capability("CAT-08"), Capability("CAT-09")]
public sealed class KitTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Kit_IsPromisedThroughItsComponents_AndShippedByThem(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        var answer = Assert.Single(await shop.Inventory.GetAvailabilityAsync(["SET"], ["WH"]));
        Assert.Equal((3m, "BOLT"), (answer.Available.Amount, answer.LimitedBy));

        var posted = (await shop.PostAsync(new ReserveStock("k", "SET", "WH", Quantity.Each(2))))[0];

        Assert.Equal(2, Assert.Single(posted.Lines).Promised.Amount);
        var goods = (await shop.Inventory.FindReservationAsync("k"))!.Goods;
        Assert.Equal([("NUT", 4m), ("BOLT", 6m)], goods.Select(part => (part.Sku, part.Held.Amount)));
        Assert.Equal(ErrorCodes.Insufficient, (await shop.RefuseAsync(
            new ReserveStock("n", "BOLT", "WH", Quantity.Each(5)))).Code);
        await shop.PostAsync(new PostMovement(
            "ship", MovementKind.Issue,
            new MovementLine("NUT", Quantity.Each(4)) { From = "B1", Reservation = "k" },
            new MovementLine("BOLT", Quantity.Each(6)) { From = "B1", Reservation = "k" }));
        Assert.Equal(1, (await shop.Inventory.GetAvailabilityAsync(["SET"], ["WH"]))[0].Available.Amount);
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("RES-04")]
    public async Task LinesThatShareAComponent_AreSummed_AndEachIsNamed(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);

        var answer = await shop.Inventory.ExecuteAsync(new ReserveStock(
            "k", Line("SET", 2), Line("BOLT", 5), Line("ALIAS", 1), Line("NUT", 1)));

        Assert.Equal(
            ["lines[0].quantity", "lines[1].quantity", "lines[2].quantity"],
            answer.Errors.Select(error => error.Target));
        await shop.PostAsync(new ReserveStock("k2", Line("SET", 2), Line("BOLT", 3), Line("ALIAS", 1)));
        Assert.Equal(0, (await shop.Inventory.GetAvailabilityAsync(["ALIAS"], ["WH"]))[0].Available.Amount);
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("RES-05")]
    public async Task KitInAKit_ResolvesToGoods_AndIsTakenAsFarAsItGoes(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);

        var posted = (await shop.PostAsync(
            new ReserveStock("k", Line("CRATE", 5)) { Shortage = Shortage.TakeAvailable }))[0];

        // A crate takes two sets and a bolt: seven bolts.
        Assert.Equal(1, posted.Lines[0].Promised.Amount);
        Assert.Equal(
            [("NUT", 4m), ("BOLT", 7m)],
            (await shop.Inventory.FindReservationAsync("k"))!.Goods.Select(part => (part.Sku, part.Held.Amount)));
        await shop.PostAsync(new ReleaseReservation("l", "k") { Line = 0, Quantity = Quantity.Each(1) });
        Assert.Equal(3, (await shop.Inventory.GetAvailabilityAsync(["SET"], ["WH"]))[0].Available.Amount);
    }

    /// <summary>Whatever is asked for in whatever order, components are never promised beyond what is there.</summary>
    [Property(MaxTest = 40)]
    public async Task Kits_NeverPromiseMoreThanAnyComponentHolds(byte[] steps)
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores);
        var promised = new Dictionary<string, decimal> { ["NUT"] = 0, ["BOLT"] = 0 };
        for (var i = 0; i < steps.Length; i++)
        {
            string sku = new[] { "NUT", "BOLT", "SET", "ALIAS", "CRATE" }[steps[i] % 5];
            var line = Line(sku, steps[i] / 5 % 4 + 1);
            var (nuts, bolts) = Contents(sku);
            var fits = promised["NUT"] + nuts * line.Quantity.Amount <= 10
                && promised["BOLT"] + bolts * line.Quantity.Amount <= 10;

            var isTaken = (await shop.Inventory.ExecuteAsync(new ReserveStock($"k{i}", line))).Succeeded;

            Assert.Equal(fits, isTaken);
            promised["NUT"] += isTaken ? nuts * line.Quantity.Amount : 0;
            promised["BOLT"] += isTaken ? bolts * line.Quantity.Amount : 0;
        }

        await shop.VerifyAsync();
    }

    private static (decimal Nuts, decimal Bolts) Contents(string sku) => sku switch
    {
        "NUT" => (1, 0),
        "SET" => (2, 3),
        "CRATE" => (4, 7),
        _ => (0, 1),
    };

    private static ReservationLine Line(string sku, decimal quantity) => new(sku, Quantity.Each(quantity), "WH");

    private static async Task<Shop> OpenAsync(Stores stores)
    {
        var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(
            new DefineSku("def-bolt", "BOLT"), new DefineSku("def-set", "SET"), new DefineSku("def-alias", "ALIAS"),
            new DefineSku("def-crate", "CRATE"),
            new SetComponents(
                "kit", "SET", new KitPart("NUT", Quantity.Each(2)), new KitPart("BOLT", Quantity.Each(3))),
            new SetComponents("pool", "ALIAS", new KitPart("BOLT", Quantity.Each(1))),
            new SetComponents(
                "nested", "CRATE", new KitPart("SET", Quantity.Each(2)), new KitPart("ALIAS", Quantity.Each(1))),
            Shop.Receipt("nuts", 10), Shop.Receipt("bolts", 10, sku: "BOLT"));
        return shop;
    }
}
