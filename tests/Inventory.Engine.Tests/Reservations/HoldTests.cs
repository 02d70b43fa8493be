using Inventory.Engine.Tests.Support;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Reservations;

/// <summary>Holds for a time, whose they are, and the steps they take.</summary>
public sealed class HoldTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("RES-01"), Capability("QTY-04")]
    public async Task Hold_CountsUntilItsEnd_WithoutAnyJob(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);

        var reserved = (await shop.PostAsync(Hold("h", 6, minutes: 15)))[0];

        Assert.Equal(Shop.Begin + Duration.FromMinutes(15), Assert.Single(reserved.Lines).Expires);
        Assert.Equal(4, await AvailableAsync(shop));
        shop.Clock.Advance(Duration.FromMinutes(15) - Duration.FromTicks(10));
        Assert.Equal(4, await AvailableAsync(shop));
        shop.Clock.Advance(Duration.FromTicks(10));
        Assert.Equal(10, await AvailableAsync(shop));

        // Whoever comes next is given the units, and settles the hold.
        await shop.PostAsync(Hold("h2", 10, minutes: 1));
        Assert.Equal(ErrorCodes.ReservationState, (await shop.RefuseAsync(new ConvertReservation("c", "h"))).Code);
        await shop.PostAsync(new ReleaseReservation("l", "h"));
        Assert.Equal(0, await AvailableAsync(shop));
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(20, 0, 20)]
    [InlineData(600, 0, 600)]
    [InlineData(20.5, 0, 21)]
    [InlineData(601, 0, 660)]
    [InlineData(86_400, 30, 86_460)]
    [InlineData(86_401, 0, 90_000)]
    [Capability("RES-01")]
    public async Task End_IsRoundedUpToTheGrid(double seconds, int begin, double expected)
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores);
        shop.Clock.Advance(Duration.FromSeconds(begin));

        var reserved = await shop.PostAsync(
            new ReserveStock("h", "NUT", "WH", Quantity.Each(1)) { TimeToLive = Duration.FromSeconds(seconds) });

        Assert.Equal(Shop.Begin + Duration.FromSeconds(expected), reserved[0].Lines[0].Expires);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("RES-01")]
    public async Task ClockThatGoesBack_RevivesNoHold(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(Hold("h", 6, minutes: 1));
        shop.Clock.Advance(Duration.FromMinutes(2));
        await shop.PostAsync(Hold("h2", 7, minutes: 10));

        shop.Clock.Now = Shop.Begin;

        Assert.Equal(3, await AvailableAsync(shop));
        Assert.Equal(ErrorCodes.Insufficient, (await shop.RefuseAsync(Hold("h3", 4, minutes: 1))).Code);
        Assert.Equal(ErrorCodes.ReservationState, (await shop.RefuseAsync(new ConvertReservation("c", "h"))).Code);
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("RES-02")]
    public async Task Holder_IsNotBlockedByItself_AndReplacesItsHold(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(Hold("h", 6, minutes: 15, holder: "cart"));

        var query = new AvailabilityQuery(["NUT"]) { Pools = ["WH"], Holder = "cart" };
        var answer = Assert.Single(await shop.Inventory.GetAvailabilityAsync(query));
        Assert.Equal((10m, 6m, 6m), (answer.Available.Amount, answer.Held.Amount, answer.HeldByAsker.Amount));
        await shop.PostAsync(Hold("h2", 9, minutes: 15, holder: "cart"));

        Assert.Equal(1, await AvailableAsync(shop));
        Assert.Equal(0, (await shop.Inventory.FindReservationAsync("h"))!.Goods[0].Held.Amount);
        Assert.Equal(["h2"], await shop.Inventory.ReadHolderAsync("cart").Select(one => one.Key.Text).ToListAsync());
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData("another")]
    [Capability("RES-02")]
    public async Task ForeignHolder_TakesNoStep(string? holder)
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(Hold("h", 6, minutes: 15, holder: "cart"));

        foreach (ReservationStep step in new ReservationStep[]
        {
            new ExtendReservation("s1", "h") { TimeToLive = Duration.FromMinutes(30) },
            new ConvertReservation("s2", "h"), new ReleaseReservation("s3", "h"),
        })
        {
            Assert.Equal(ErrorCodes.ForeignHolder, (await shop.RefuseAsync(step with { Holder = holder })).Code);
            await shop.PostAsync(step with { Holder = "cart", Key = $"{step.Key}-mine" });
        }
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("RES-03"), Capability("QTY-03")]
    public async Task Steps_KeepTheQuantity(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(Hold("h", 6, minutes: 15));

        await shop.PostAsync(new ExtendReservation("e", "h") { TimeToLive = Duration.FromMinutes(60) });
        shop.Clock.Advance(Duration.FromMinutes(30));
        await shop.PostAsync(new ReleaseReservation("shrink", "h") { Quantity = Quantity.Each(1) });
        await shop.PostAsync(new ConvertReservation("c", "h"));
        shop.Clock.Advance(Duration.FromDays(9));
        await shop.PostAsync(Ship("i", 2));

        var goods = Assert.Single((await shop.Inventory.FindReservationAsync("h"))!.Goods);
        Assert.Equal((0m, 3m, 2m), (goods.Held.Amount, goods.Committed.Amount, goods.Fulfilled.Amount));
        var answer = Assert.Single(await shop.Inventory.GetAvailabilityAsync(["NUT"], ["WH"]));
        Assert.Equal((8m, 3m, 5m), (answer.OnHand.Amount, answer.Committed.Amount, answer.Available.Amount));
        Assert.Equal(ErrorCodes.ReservationState, (await shop.RefuseAsync(Ship("i2", 4))).Code);
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("RES-15"), Capability("QTY-12")]
    public async Task Backorders_AreFilledByPriority_ThenInTheirOrder(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        var answers = await shop.PostAsync(Order("o1", 12), Order("o2", 3), Order("o3", 3) with { Priority = 1 });
        Assert.Equal([2m, 3m, 3m], answers.Select(answer => answer.Lines[0].Backordered.Amount));
        Assert.Equal(-8, await AvailableAsync(shop));

        await shop.PostAsync(Shop.Receipt("r1", 4));

        Assert.Equal((1m, 3m, 0m), await WaitingAsync(shop));
        Assert.Equal(ErrorCodes.Insufficient, (await shop.RefuseAsync(Hold("late", 1, minutes: 5))).Code);
        await shop.PostAsync(Shop.Receipt("r2", 5));
        Assert.Equal((0m, 0m, 0m), await WaitingAsync(shop));
        Assert.Equal(1, await AvailableAsync(shop));
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("RES-13"), Capability("QTY-07"), Capability("QTY-10")]
    public async Task PromisesAtRisk_AreNamed_ListedUntilCured_AndBlockNewOnes(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await OpenAsync(stores);
        await shop.PostAsync(Order("o1", 4), Order("o2", 3), Hold("h", 2, minutes: 60));

        var broken = new MovementLine("NUT", Quantity.Each(4)) { From = "B1", ToStatus = StockStatus.Damaged };
        var posted = (await shop.PostAsync(new PostMovement("d", MovementKind.StatusChange, broken)))[0];

        Assert.Equal([("h", 2m), ("o2", 1m)], posted.AtRisk.Select(risk => (risk.Reservation.Text, risk.Quantity.Amount)));
        Assert.Equal(posted.AtRisk, await shop.Inventory.ReadPromisesAtRiskAsync().ToListAsync());
        Assert.Equal(ErrorCodes.Insufficient, (await shop.RefuseAsync(Hold("new", 1, minutes: 5))).Code);
        shop.Clock.Advance(Duration.FromMinutes(60));
        var one = Assert.Single(await shop.Inventory.ReadPromisesAtRiskAsync().ToListAsync());
        Assert.Equal(("o2", 1m), (one.Reservation.Text, one.Quantity.Amount));
        await shop.PostAsync(Shop.Receipt("r", 1));
        Assert.Empty(await shop.Inventory.ReadPromisesAtRiskAsync().ToListAsync());
        await shop.VerifyAsync();
    }

    private static async Task<Shop> OpenAsync(Stores stores)
    {
        var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("stock", 10));
        return shop;
    }

    private static ReserveStock Hold(string key, decimal quantity, int minutes, string? holder = null) =>
        new(key, "NUT", "WH", Quantity.Each(quantity))
        {
            TimeToLive = Duration.FromMinutes(minutes),
            Holder = holder,
        };

    private static ReserveStock Order(string key, decimal quantity) => new(key, "NUT", "WH", Quantity.Each(quantity))
    {
        Kind = PromiseKind.Order,
        Shortage = Shortage.Backorder,
    };

    private static PostMovement Ship(string key, decimal quantity) => new(
        key, MovementKind.Issue,
        new MovementLine("NUT", Quantity.Each(quantity)) { From = "B1", Reservation = "h" });

    private static async Task<decimal> AvailableAsync(Shop shop) =>
        Assert.Single(await shop.Inventory.GetAvailabilityAsync(["NUT"], ["WH"])).Available.Amount;

    private static async Task<(decimal, decimal, decimal)> WaitingAsync(Shop shop)
    {
        var waiting = new List<decimal>();
        foreach (var key in new[] { "o1", "o2", "o3" })
        {
            waiting.Add((await shop.Inventory.FindReservationAsync(key))!.Goods[0].Backordered.Amount);
        }

        return (waiting[0], waiting[1], waiting[2]);
    }
}
