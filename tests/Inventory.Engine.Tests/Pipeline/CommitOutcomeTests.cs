using Inventory.Engine.Tests.Support;
using Inventory.Storage;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Pipeline;

/// <summary>A lost reply to a commit is neither success nor failure: the key decides.</summary>
[Capability("MOV-06")]
public sealed class CommitOutcomeTests
{
    [Theory]
    [InlineData(StoreKind.Memory, true)]
    [InlineData(StoreKind.Memory, false)]
    [InlineData(StoreKind.Sqlite, true)]
    [InlineData(StoreKind.Sqlite, false)]
    public async Task LostReply_IsSettledByTheKey(StoreKind kind, bool happened)
    {
        await using var stores = await Stores.CreateAsync(kind);
        var store = new WatchedStore(stores.First);
        await using var shop = await Shop.OpenAsync(store);
        var commits = 0;
        store.OnCommit = async commit =>
        {
            if (commits++ > 0)
            {
                await commit();
                return;
            }

            if (happened)
            {
                await commit();
            }

            throw new CommitOutcomeUnknownException("The line went dead.");
        };

        var answers = await shop.Inventory
            .ExecuteAsync([Shop.Receipt("r", 5), Shop.Issue("i", 2), Shop.Issue("too many", 9)]);

        Assert.Equal([true, true, false], answers.Select(answer => answer.Succeeded));
        Assert.Equal(3, await shop.OnHandAsync());
        Assert.False(answers[0].Value.AlreadyApplied);
        Assert.Equal((await shop.Inventory.GetAnchorAsync()).Commit, answers[1].Value.Commit);
        await shop.PostAsync(Shop.Issue("last", 3));
        Assert.Equal(0, await shop.OnHandAsync());
        await shop.VerifyAsync();
    }

    [Fact]
    public async Task LostReply_ThatCannotBeSettled_IsSaid_AndTheKeyIsSafeToSendAgain()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        var store = new WatchedStore(stores.First);
        await using var shop = await Shop.OpenAsync(store);
        store.OnCommit = async commit =>
        {
            await commit();
            store.OnRead = () => throw new InventoryStoreException("The disk is gone.");
            throw new CommitOutcomeUnknownException("The line went dead.");
        };

        await Assert.ThrowsAsync<CommitOutcomeUnknownException>(() =>
            shop.Inventory.ExecuteAsync(Shop.Receipt("r", 5)));
        (store.OnRead, store.OnCommit) = (() => Task.CompletedTask, commit => commit());

        Assert.True((await shop.PostAsync(Shop.Receipt("r", 5)))[0].AlreadyApplied);
        Assert.Equal(5, await shop.OnHandAsync());
    }

    [Fact]
    public async Task LostReplies_OneAfterTheOther_AreSaidInTheEnd_AndTheKeysAreSafeToSendAgain()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        var store = new WatchedStore(stores.First);
        var time = new PromptTime();
        await using var shop = await Shop.ConnectAsync(store, time: time);
        await shop.PostAsync([.. Shop.Definitions]);
        var commits = 0;
        store.OnCommit = _ => throw (++commits < 50
            ? new CommitOutcomeUnknownException("The line went dead.")
            : new InvalidOperationException("It never ends."));

        var thrown = await Assert.ThrowsAsync<CommitOutcomeUnknownException>(() =>
            shop.Inventory.ExecuteAsync([Shop.Receipt("r", 5), Shop.Issue("i", 2)]));
        store.OnCommit = commit => commit();

        Assert.Contains("same key", thrown.Message, StringComparison.Ordinal);
        Assert.InRange(commits, 2, 10);
        Assert.True(time.Pauses > 0, "It did not pause between two tries.");
        var answers = await shop.PostAsync(Shop.Receipt("r", 5), Shop.Issue("i", 2));
        Assert.DoesNotContain(answers, answer => answer.AlreadyApplied);
        Assert.Equal(3, await shop.OnHandAsync());
        await shop.VerifyAsync();
    }

    [Fact]
    public async Task LostReply_WhileAnotherEngineUsesTheKey_LosesNoNeighbour()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        var store = new WatchedStore(stores.First);
        await using var shop = await Shop.OpenAsync(store);
        await using var other = await Shop.ConnectAsync(stores.Connect(), clock: shop.Clock);
        store.OnCommit = async _ =>
        {
            store.OnCommit = commit => commit();
            store.OnRead = async () =>
            {
                // It did not happen, and the same number and instant go to another batch with the same first command.
                store.OnRead = () => Task.CompletedTask;
                await other.PostAsync(Shop.Receipt("r", 5));
            };
            throw new CommitOutcomeUnknownException("The line went dead.");
        };

        var answers = await shop.PostAsync(Shop.Receipt("r", 5), Shop.Issue("i", 2));

        Assert.Equal([true, false], answers.Select(answer => answer.AlreadyApplied));
        Assert.Equal(3, await shop.OnHandAsync());
        await shop.VerifyAsync();
    }

    [Fact]
    public async Task TransientFailure_IsTriedAgain()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        var store = new WatchedStore(stores.First);
        await using var shop = await Shop.OpenAsync(store);
        var failures = 0;
        store.OnWrite = _ =>
        {
            if (failures++ < 3)
            {
                throw new InventoryStoreException("Locked.", isTransient: true);
            }
        };

        await shop.PostAsync(Shop.Receipt("r", 5));

        Assert.Equal(4, failures);
        Assert.Equal(5, await shop.OnHandAsync());
    }

    [Fact]
    public async Task LastingFailure_IsThrown_AndTheNextCommandIsServed()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        var store = new WatchedStore(stores.First);
        await using var shop = await Shop.OpenAsync(store);
        store.OnCommit = _ => throw new InventoryStoreException("Disk full.");

        await Assert.ThrowsAsync<InventoryStoreException>(() => shop.Inventory.ExecuteAsync(Shop.Receipt("r", 5)));
        store.OnCommit = commit => commit();

        Assert.Equal(0, await shop.OnHandAsync());
        Assert.False((await shop.PostAsync(Shop.Receipt("r", 5)))[0].AlreadyApplied);
        await shop.VerifyAsync();
    }
}
