using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Pipeline;

/// <summary>The queue in front of the pipeline: deadlines, back-pressure, cancellation, lanes and closing.</summary>
[Capability("INT-11")]
public sealed class QueueTests
{
    [Fact]
    public async Task Waiting_LongerThanTheDeadline_IsRefusedBusy_AndLeavesNothing()
    {
        await using var world = await HeldShop.OpenAsync();
        var taken = world.Shop.Inventory.ExecuteAsync(Shop.Receipt("taken", 1));
        await world.Held;
        var waiting = world.Shop.Inventory.ExecuteAsync(
            [Shop.Receipt("waiting", 1)], new ExecuteOptions { Timeout = Duration.FromSeconds(5) });
        var patient = world.Shop.Inventory.ExecuteAsync(
            [Shop.Receipt("patient", 1)], new ExecuteOptions { Timeout = Duration.FromSeconds(60) });
        world.Time.Advance(TimeSpan.FromSeconds(6));
        world.Release();

        Assert.True((await taken).Succeeded);
        Assert.Equal(ErrorCodes.Busy, Assert.Single((await waiting)[0].Errors).Code);
        Assert.True((await patient)[0].Succeeded);
        Assert.Equal(2, await world.Shop.OnHandAsync());
        Assert.False((await world.Shop.PostAsync(Shop.Receipt("waiting", 1)))[0].AlreadyApplied);
    }

    [Fact]
    public async Task Queue_ThatStaysFull_IsRefusedBusy()
    {
        await using var world = await HeldShop.OpenAsync(options => options.QueueMax = 2);
        var taken = world.Shop.Inventory.ExecuteAsync(Shop.Receipt("taken", 1));
        await world.Held;
        var inside = Enumerable.Range(0, 2).Select(i => world.Shop.Inventory.ExecuteAsync(
            [Shop.Receipt($"inside-{i}", 1)], new ExecuteOptions { Timeout = Duration.FromSeconds(60) })).ToList();
        var outside = world.Shop.Inventory
            .ExecuteAsync([Shop.Receipt("outside", 1)], new ExecuteOptions { Timeout = Duration.FromSeconds(5) });
        Assert.False(outside.IsCompleted);
        world.Time.Advance(TimeSpan.FromSeconds(6));
        var refusal = Assert.Single((await outside)[0].Errors);
        world.Release();

        Assert.Equal(ErrorCodes.Busy, refusal.Code);
        Assert.Contains("full", refusal.Message, StringComparison.Ordinal);
        Assert.True((await taken).Succeeded);
        Assert.All(await Task.WhenAll(inside), answers => Assert.True(answers[0].Succeeded));
        Assert.Equal(3, await world.Shop.OnHandAsync());
    }

    [Fact]
    public async Task Cancellation_BeforeBeingTakenUp_LeavesNothing()
    {
        await using var world = await HeldShop.OpenAsync();
        using var cancel = new CancellationTokenSource();
        var taken = world.Shop.Inventory.ExecuteAsync(Shop.Receipt("taken", 1));
        await world.Held;
        var waiting = world.Shop.Inventory.ExecuteAsync(Shop.Receipt("waiting", 1), cancel.Token);
        await cancel.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        world.Release();

        Assert.True((await taken).Succeeded);
        await world.Shop.PostAsync(Shop.Receipt("after", 1));
        Assert.Equal(["after", "taken"], await KeysAsync(world.Shop));
    }

    [Fact]
    public async Task Bulk_GetsAtMostAQuarter_WhileOthersWait()
    {
        await using var world = await HeldShop.OpenAsync(options => options.BatchMax = 8);
        var calls = new List<Task> { world.Shop.Inventory.ExecuteAsync(Shop.Receipt("taken", 1)) };
        await world.Held;
        calls.Add(world.Shop.Inventory.ExecuteAsync(
            [.. Enumerable.Range(0, 40).Select(i => Shop.Receipt($"bulk-{i}", 1))], ExecuteOptions.Bulk));
        calls.Add(world.Shop.Inventory
            .ExecuteAsync([.. Enumerable.Range(0, 48).Select(i => Shop.Receipt($"now-{i}", 1))]));
        world.Release();
        await Task.WhenAll(calls);

        var commits = (await world.Shop.Inventory.ReadChangesAsync().ToListAsync())
            .Where(change => change.Key.Text.Contains('-', StringComparison.Ordinal) && change.Movements.Count > 0)
            .GroupBy(change => change.Cursor.Commit)
            .Select(commit => (Bulk: commit.Count(IsBulk), Now: commit.Count(change => !IsBulk(change)))).ToList();
        Assert.All(commits.Where(commit => commit.Now > 0), commit => Assert.InRange(commit.Bulk, 0, 2));
        Assert.Equal(48, commits.TakeWhile(commit => commit.Now > 0).Sum(commit => commit.Now));
        Assert.True(commits.Count(commit => commit is { Now: > 0, Bulk: 2 }) > 3, "Bulk commands starved.");

        static bool IsBulk(Change change) => change.Key.Text.StartsWith("bulk", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Closing_AnswersOrRefusesEverythingTakenIn(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        using var start = new ManualResetEventSlim();
        var calls = Enumerable.Range(0, 100).Select(i => Task.Run(async () =>
        {
            start.Wait();
            var answered = new List<(string Key, bool Applied)>();
            for (var n = 0; ; n++)
            {
                try
                {
                    var key = $"k{i}-{n}";
                    answered.Add((key, (await shop.Inventory.ExecuteAsync(Shop.Receipt(key, 1)))
                        .Match(_ => true, _ => false)));
                }
                catch (ObjectDisposedException)
                {
                    return answered;
                }
            }
        })).ToList();
        start.Set();
        while ((await shop.Inventory.GetAnchorAsync()).Commit < 5)
        {
            await Task.Yield();
        }

        await shop.Inventory.DisposeAsync();
        var all = (await Task.WhenAll(calls).WaitAsync(TimeSpan.FromSeconds(60))).SelectMany(list => list).ToList();
        await Assert.ThrowsAsync<ObjectDisposedException>(() => shop.Inventory.ExecuteAsync(Shop.Receipt("later", 1)));

        await using var again = await Shop.ConnectAsync(stores.First, clock: shop.Clock);
        Assert.NotEmpty(all);
        Assert.Equal(all.Where(one => one.Applied).Select(one => one.Key).Order(StringComparer.Ordinal),
            await KeysAsync(again));
    }

    [Fact]
    public async Task Closing_WhenTheTimeIsOver_RefusesWhatWaits()
    {
        await using var world = await HeldShop.OpenAsync();
        var taken = world.Shop.Inventory.ExecuteAsync(Shop.Receipt("taken", 1));
        await world.Held;
        var waiting = world.Shop.Inventory
            .ExecuteAsync([Shop.Receipt("waiting", 1)], new ExecuteOptions { Timeout = Duration.FromHours(1) });
        var closing = world.Shop.Inventory.DisposeAsync().AsTask();
        world.Time.Advance(TimeSpan.FromSeconds(31));
        world.Release();
        await closing;

        Assert.True((await taken).Succeeded);
        Assert.Equal(ErrorCodes.Busy, Assert.Single((await waiting)[0].Errors).Code);
    }

    private static async Task<List<string>> KeysAsync(Shop shop) =>
        [.. (await shop.Inventory.ReadChangesAsync().ToListAsync())
        .Where(change => change.Movements.Count > 0).Select(change => change.Key.Text).Order(StringComparer.Ordinal)];

    /// <summary>A shop whose pipeline is held at its next look into the store.</summary>
    private sealed class HeldShop : IAsyncDisposable
    {
        private readonly TaskCompletionSource _held = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource _gate = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public required Shop Shop { get; init; }

        public required Stores Stores { get; init; }

        public ManualTime Time { get; private init; } = new();

        public Task Held => _held.Task;

        public static async Task<HeldShop> OpenAsync(Action<InventoryOptions>? configure = null)
        {
            var stores = await Stores.CreateAsync(StoreKind.Memory);
            var store = new WatchedStore(stores.First);
            var time = new ManualTime();
            var shop = await Shop.ConnectAsync(store, configure, time: time);
            await shop.PostAsync([.. Shop.Definitions]);
            var world = new HeldShop { Shop = shop, Stores = stores, Time = time };
            store.OnRead = () =>
            {
                world._held.TrySetResult();
                return world._gate.Task;
            };
            return world;
        }

        public void Release() => _gate.TrySetResult();

        public async ValueTask DisposeAsync()
        {
            Release();
            await Shop.DisposeAsync();
            await Stores.DisposeAsync();
        }
    }
}
