using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Pipeline;

/// <summary>A key names one command for ever.</summary>
[Capability("MOV-06")]
public sealed class IdempotencyTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task SameKeyAndPayload_GetsTheFirstAnswer_AlsoAfterARestart(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("r", 10, 7));
        var first = (await shop.PostAsync(Shop.Issue("i", 4)))[0];
        Assert.False(first.AlreadyApplied);
        await shop.PostAsync(Shop.Receipt("r2", 10, 9));
        shop.Clock.Advance(NodaTime.Duration.FromHours(1));

        var again = (await shop.PostAsync(Shop.Issue("i", 4)))[0];
        await shop.Inventory.DisposeAsync();
        await using var restarted = await Shop.ConnectAsync(stores.First, clock: shop.Clock);
        var after = (await restarted.PostAsync(Shop.Issue("i", 4.0m)))[0];

        foreach (var repeated in new[] { again, after })
        {
            Assert.Equal(first with { AlreadyApplied = true, Entries = [] }, repeated with { Entries = [] });
            Assert.Equal(first.Entries, repeated.Entries);
            Assert.Equal(28m, repeated.Cost);
        }

        Assert.Equal(16, await restarted.OnHandAsync());
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task SameKey_InOneBatch_IsAppliedOnce(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);

        var answers = await shop.Inventory.ExecuteAsync(
            [Shop.Receipt("r", 10), Shop.Receipt("r", 10), Shop.Receipt("r", 11), Shop.Receipt("other", 1)]);

        Assert.False(answers[0].Value.AlreadyApplied);
        Assert.True(answers[1].Value.AlreadyApplied);
        Assert.Equal(answers[0].Value.Entries, answers[1].Value.Entries);
        Assert.Equal(answers[0].Value.Commit, answers[1].Value.Commit);
        Assert.Equal(ErrorCodes.IdempotencyMismatch, Assert.Single(answers[2].Errors).Code);
        Assert.Equal(11, await shop.OnHandAsync());
    }

    [Fact]
    public async Task SameKey_WhileTheFirstIsBeingWritten_IsAppliedOnce()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        var store = new WatchedStore(stores.First);
        await using var shop = await Shop.OpenAsync(store);
        var (started, gate) = (new TaskCompletionSource(), new TaskCompletionSource());
        store.OnCommit = async commit =>
        {
            started.TrySetResult();
            await gate.Task;
            await commit();
        };

        var first = shop.Inventory.ExecuteAsync(Shop.Receipt("r", 10));
        await started.Task;
        var same = shop.Inventory.ExecuteAsync(Shop.Receipt("r", 10));
        var other = shop.Inventory.ExecuteAsync(Shop.Receipt("r", 11));
        await Task.Yield();
        gate.SetResult();

        Assert.False((await first).Value.AlreadyApplied);
        Assert.True((await same).Value.AlreadyApplied);
        Assert.Equal((await first).Value.Entries, (await same).Value.Entries);
        Assert.Equal(ErrorCodes.IdempotencyMismatch, Assert.Single((await other).Errors).Code);
        Assert.Equal(10, await shop.OnHandAsync());
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Refusal_BurnsNoKey(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);

        Assert.Equal(ErrorCodes.Insufficient, (await shop.RefuseAsync(Shop.Issue("k", 1))).Code);
        var posted = await shop.PostAsync(Shop.Receipt("k", 3));

        Assert.False(posted[0].AlreadyApplied);
        Assert.Equal(3, await shop.OnHandAsync());
    }

    /// <summary>
    /// The engine looks keys up for a while after it was opened, and no longer than that: then the store finds them.
    /// </summary>
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Repetition_AfterALongTimeWithout_IsFoundAllTheSame(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("stock", 1_000), Shop.Issue("all", 300));
        await PassAsync(shop);
        var before = await shop.OnHandAsync();

        // As new ones they would be posted, refused, and posted with another payload; between them lie new ones.
        var answers = await shop.Inventory.ExecuteAsync(
            [Shop.Issue("n1", 1), Shop.Receipt("stock", 1_000), Shop.Issue("n2", 1), Shop.Receipt("stock", 7)]);
        await PassAsync(shop);
        var refused = await shop.Inventory.ExecuteAsync([Shop.Issue("n3", before - 2), Shop.Issue("all", 300)]);

        Assert.Equal([false, true, false], answers.Take(3).Select(answer => answer.GetValueOrThrow().AlreadyApplied));
        Assert.Equal(ErrorCodes.IdempotencyMismatch, Assert.Single(answers[3].Errors).Code);
        Assert.False(refused[0].GetValueOrThrow().AlreadyApplied);
        Assert.True(refused[1].GetValueOrThrow().AlreadyApplied);
        Assert.Equal(0, await shop.OnHandAsync());
        await shop.VerifyAsync();
    }

    [Fact]
    public async Task NewKeys_AreNotLookedUp_OnceNoneWasRepeatedForLong()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        var store = new WatchedStore(stores.First);
        await using var shop = await Shop.OpenAsync(store);
        await shop.PostAsync(Shop.Receipt("stock", 1_000));
        await PassAsync(shop);
        var reads = 0;
        store.OnRead = () =>
        {
            reads++;
            return Task.CompletedTask;
        };

        await shop.PostAsync([.. Enumerable.Range(0, 50).Select(i => Shop.Issue($"new{i}", 1))]);
        Assert.Equal(0, reads);
        await shop.PostAsync(Shop.Issue("new0", 1));
        await shop.PostAsync(Shop.Issue("afterwards", 1));
        Assert.True(reads > 0);
    }

    // More batches than keys are looked up for after the last repetition.
    private static async Task PassAsync(Shop shop)
    {
        var first = await shop.Inventory.GetAnchorAsync();
        for (var i = 0; i < 300; i++)
        {
            await shop.PostAsync(
                Shop.Receipt($"{first.Commit}+{i}", 1), Shop.Issue($"{first.Commit}-{i}", 1));
        }
    }
}
