using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.Testing;
using Inventory.TestSupport;
using Microsoft.Extensions.Logging;

namespace Inventory.Engine.Tests.Reservations;

/// <summary>Each event of an order has exactly one effect on what is promised, under its own id.</summary>
[Capability("RES-23")]
public sealed class OrderEventTests
{
    private const int Repeated = 1011, Unknown = 1012;

    public static TheoryData<StoreKind> Kinds { get; } = new(StoreKind.Memory, StoreKind.Sqlite);

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task EachEvent_HasItsOneEffect_AndNoneWhenItIsRepeated(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("stock", 10));

        // Committed, backordered, shipped; and what is on hand.
        await AssertAsync(shop, Placed("placed", 12), (10, 2, 0), 10);
        await AssertAsync(shop, Reduced("reduced", 3), (9, 0, 0), 10);
        await AssertAsync(shop, Shipped("shipped", 4), (5, 0, 4), 6);
        await AssertAsync(shop, Returned("returned", 1), (5, 0, 4), 7);
        await AssertAsync(shop, Cancelled("cancelled"), (0, 0, 4), 7);
        await AssertAsync(shop, Cancelled("cancelled again"), (0, 0, 4), 7);
        await shop.VerifyAsync();
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task UnknownEvent_HasNoEffect_AndBurnsNoKey(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("stock", 10));
        var before = await shop.TextAsync();

        foreach (var early in new Command[] { Cancelled("cancelled"), Shipped("shipped", 1) })
        {
            Assert.Equal(ErrorCodes.ReservationNotFound, (await shop.RefuseAsync(early)).Code);
        }

        Assert.Equal(before, await shop.TextAsync());
        await shop.PostAsync(Placed("placed", 3), Cancelled("cancelled"));
        Assert.Equal((0, 0, 0), await StateAsync(shop));
    }

    [Fact]
    public async Task RepeatedAndUnknownEvents_AreLogged_WithoutTheirKeys()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        var log = new Journal();
        await using var inventory = await InventoryEngine.OpenAsync(
            stores.First, Shop.Options(), new FakeClock(Shop.Begin), log);
        await inventory.ExecuteAsync([.. Shop.Definitions, Shop.Receipt("stock", 10), Placed("placed", 3)]);
        log.Lines.Clear();

        await inventory.ExecuteAsync([Placed("placed", 3), Cancelled("cancelled"), Cancelled("cancelled")]);
        await inventory.ExecuteAsync(new ReleaseReservation("other", "nothing"));

        Assert.Equal(
            [
                (Repeated, "2 commands had been applied before. They had no effect and got their first answers."),
                (Unknown, "1 commands named a reservation that there is not. They had no effect and were refused."),
            ],
            log.Lines.Where(line => line.Id is Repeated or Unknown));
    }

    /// <summary>Delivered in any order, any number of times, events leave what those that took effect leave.</summary>
    [Property(MaxTest = 60)]
    public Task Events_DeliveredAnyNumberOfTimes_LeaveWhatEachLeavesOnce(byte[] deliveries) =>
        DeliverAsync(deliveries, StoreKind.Memory);

    [Property(MaxTest = 10)]
    public Task Events_DeliveredAnyNumberOfTimesToAFile_LeaveWhatEachLeavesOnce(byte[] deliveries) =>
        DeliverAsync(deliveries, StoreKind.Sqlite);

    private static async Task DeliverAsync(byte[] deliveries, StoreKind kind)
    {
        Command[] events =
        [
            Placed("placed", 6), Reduced("one less", 1), Reduced("two less", 2), Shipped("ship 1", 1),
            Shipped("ship 2", 2), Returned("back", 1), Cancelled("cancelled"), Placed("added", 5),
            Shop.Receipt("more", 4),
        ];
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await using var others = await Stores.CreateAsync(StoreKind.Memory);
        await using var once = await Shop.OpenAsync(others.First);
        var answers = new Dictionary<CommandKey, Posted>();
        foreach (var delivery in deliveries)
        {
            var sent = events[delivery % events.Length];
            var answer = await shop.Inventory.ExecuteAsync(sent);
            Assert.Equal(answers.ContainsKey(sent.Key), answer is { Succeeded: true, Value.AlreadyApplied: true });
            if (answers.TryGetValue(sent.Key, out var first))
            {
                Assert.Equal((first.Commit, first.Recorded), (answer.Value.Commit, answer.Value.Recorded));
            }
            else if (answer.Succeeded)
            {
                answers.Add(sent.Key, answer.Value);
                await once.PostAsync(sent);
            }
        }

        Assert.Equal(await once.TextAsync(), await shop.TextAsync());
        await shop.VerifyAsync();
    }

    private static async Task AssertAsync(
        Shop shop, Command happened, (decimal Committed, decimal Backordered, decimal Shipped) state, decimal onHand)
    {
        var posted = (await shop.PostAsync(happened))[0];
        Assert.False(posted.AlreadyApplied);
        for (var time = 0; time < 2; time++)
        {
            Assert.Equal(state, await StateAsync(shop));
            Assert.Equal(onHand, await shop.OnHandAsync());
            var again = (await shop.PostAsync(happened))[0];
            Assert.Equal((true, posted.Commit), (again.AlreadyApplied, again.Commit));
        }
    }

    private static async Task<(decimal, decimal, decimal)> StateAsync(Shop shop)
    {
        var goods = Assert.Single((await shop.Inventory.FindReservationAsync("placed"))!.Goods);
        return (goods.Committed.Amount, goods.Backordered.Amount, goods.Fulfilled.Amount);
    }

    private static ReserveStock Placed(string key, decimal quantity) => new(key, "NUT", "WH", Quantity.Each(quantity))
    {
        Kind = PromiseKind.Order,
        Shortage = Shortage.Backorder,
    };

    private static ReleaseReservation Reduced(string key, decimal by) =>
        new(key, "placed") { Line = 0, Quantity = Quantity.Each(by) };

    private static ReleaseReservation Cancelled(string key) => new(key, "placed");

    private static PostMovement Shipped(string key, decimal quantity) => new(
        key, MovementKind.Issue,
        new MovementLine("NUT", Quantity.Each(quantity)) { From = "B1", Reservation = "placed" });

    private static PostMovement Returned(string key, decimal quantity) => new(
        key, MovementKind.Return,
        new MovementLine("NUT", Quantity.Each(quantity)) { To = "B1", Cost = Cost.PerUnit(1) });

    private sealed class Journal : ILogger
    {
        public List<(int Id, string Text)> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            lock (Lines)
            {
                Lines.Add((eventId.Id, formatter(state, exception)));
            }
        }
    }
}
