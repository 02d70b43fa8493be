using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Pipeline;

/// <summary>A key names one command for ever.</summary>
[Capability("MOV-19")]
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
}
