using Inventory.Engine.Tests.Support;
using Inventory.Storage;
using Inventory.TestSupport;
using Inventory.Testing.Storage;
using Microsoft.Data.Sqlite;

namespace Inventory.Engine.Tests.Hosts;

/// <summary>
/// Whichever call to the store fails, before or after its effect, each command is applied exactly once.
/// </summary>
[Capability("INT-03")]
[Capability("MOV-06")]
public sealed class InboxFaultTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fault_WhileTheInboxIsApplied_LosesNothingAndDoublesNothing(bool isBefore)
    {
        var (faults, thrown) = (0, 0);
        for (var at = 1; ; at++)
        {
            await using var stores = await Stores.CreateAsync(StoreKind.Sqlite);
            await using var faulty = new FaultyStore(stores.Connect());
            await using var shop = await Shop.OpenAsync(faulty);
            await shop.PostAsync(Shop.Receipt("r", 10));
            await EnqueueAsync(stores, shop);
            faulty.Reset();
            Break(faulty, at, isBefore);

            thrown += await ThrowsAsync(() => shop.Inventory.ApplyInboxAsync()) ? 1 : 0;
            var calls = faulty.Calls;
            faulty.Reset();
            await shop.Inventory.ApplyInboxAsync();

            Assert.Equal(3, await shop.OnHandAsync());
            var left = Assert.Single(await shop.Inventory.ReadInboxAsync().ToListAsync());
            Assert.Equal((new Commands.CommandKey("too-much"), false), (left.Key, left.IsWaiting));
            await shop.VerifyAsync();
            if (calls < at)
            {
                break;
            }

            faults++;
        }

        output.WriteLine($"{faults} faults, {thrown} of them seen by the caller");
        Assert.True(faults > 10, $"Only {faults} faults.");
        Assert.True(thrown > 3, $"Only {thrown} were seen.");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Fault_WhileEnlisting_LeavesTheTransactionAsItWas(bool isBefore)
    {
        var (faults, all) = (0, int.MaxValue);
        for (var at = 0; at <= all; at++)
        {
            await using var stores = await Stores.CreateAsync(StoreKind.Sqlite);
            await using var faulty = new FaultyStore(stores.Connect());
            await using var shop = await Shop.OpenAsync(faulty);
            await shop.PostAsync(Shop.Receipt("r", 10));
            using var connection = new SqliteConnection(stores.ConnectionString);
            await connection.OpenAsync();
            await using var transaction = connection.BeginTransaction();
            await shop.Inventory.EnlistAsync(transaction, [Shop.Issue("before", 1)]);
            faulty.Reset();
            Break(faulty, at, isBefore);

            var failed = await ThrowsAsync(() => shop.Inventory.EnlistAsync(transaction, [Shop.Issue("a", 2)]));
            all = at == 0 ? faulty.Calls : all;
            faulty.Reset();
            var again = (await shop.Inventory.EnlistAsync(transaction, [Shop.Issue("a", 2)]))[0].GetValueOrThrow();

            // Only the answer to its very last call can be lost after the effect.
            Assert.Equal(at > 0, failed);
            Assert.True(again.AlreadyApplied == (at == 0 || (at == all && !isBefore)), $"Call {at} of {all}.");
            await transaction.CommitAsync();
            Assert.Equal(7, await shop.OnHandAsync());
            await shop.VerifyAsync();
            faults++;
        }

        output.WriteLine($"{faults - 1} faults");
        Assert.True(faults > 8, $"Only {faults} faults.");
    }

    private static void Break(FaultyStore store, int at, bool isBefore)
    {
        if (at > 0 && isBefore)
        {
            store.FailBefore(at);
        }
        else if (at > 0)
        {
            store.FailAfter(at);
        }
    }

    private static async Task EnqueueAsync(Stores stores, Shop shop)
    {
        using var connection = new SqliteConnection(stores.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        await shop.Inventory.EnqueueAsync(
            transaction, [Shop.Issue("a", 3), Shop.Issue("too-much", 99), Shop.Issue("b", 4)]);
        await transaction.CommitAsync();
    }

    private static async Task<bool> ThrowsAsync(Func<Task> call)
    {
        try
        {
            await call();
            return false;
        }
        catch (InventoryStoreException)
        {
            return true;
        }
    }
}
