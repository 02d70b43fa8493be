using System.Diagnostics;
using Inventory.Commands;
using Inventory.Reservations;
using Inventory.Sqlite.Tests.Support;
using Inventory.Storage;
using Inventory.TestSupport;
using Microsoft.Data.Sqlite;

namespace Inventory.Sqlite.Tests.Hosts;

/// <summary>Who waits for whom, for how long, and what those are told who waited in vain.</summary>
[Capability("INT-11")]
public sealed class WriteLockTests : IAsyncLifetime
{
    /// <summary>How long the store waits for the lock.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(Nightly.Size(1, 20));

    /// <summary>How long a host holds it: a minute in the nightly run.</summary>
    private static readonly TimeSpan Held = 3 * Patience;

    /// <summary>What a busy machine may add.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromSeconds(20);

    private HostShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await HostShop.OpenAsync(Patience);

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task PipelineCall_InsideTheCallersEnlistedTransaction_FailsAtOnceByName()
    {
        using var connection = _shop.Connect();
        using (var transaction = connection.BeginTransaction())
        {
            await _shop.Inventory.EnlistAsync(transaction, [Reserve("in", 1)]);

            Func<Task>[] calls =
            [
                () => _shop.Inventory.ExecuteAsync(Reserve("out", 1)),
                () => CallDeepInsideAsync(),
                () => Task.Run(() => _shop.Inventory.ExecuteAsync(Reserve("out", 1))),
                () => _shop.Inventory.RebuildAsync(),
                () => _shop.Inventory.ApplyInboxAsync(),
                () => _shop.Inventory.DiscardInboxAsync([1]),
                () => _shop.Inventory.PreviewAsync([Reserve("a", 1), new ReleaseReservation("b", "a")]),
            ];
            foreach (var call in calls)
            {
                // A call that had waited for the lock would be told to try again.
                var failure = await Assert.ThrowsAsync<WriteLockException>(call);
                Assert.False(failure.IsTransient);
                Assert.Contains("EnlistAsync", failure.Message, StringComparison.Ordinal);
            }

            // What needs no lock is answered, as it is without the open transaction.
            Assert.Equal(10, await _shop.AvailableAsync());
            Assert.True((await _shop.Inventory.PreviewAsync([Reserve("p", 10)]))[0].Succeeded);
            transaction.Commit();
        }

        await _shop.PostAsync(Reserve("out", 1));
        Assert.Equal(8, await _shop.AvailableAsync());
    }

    [Fact]
    public async Task PipelineCall_AfterAnEnqueueInTheSameTransaction_FailsAtOnce()
    {
        using var connection = _shop.Connect();
        using var transaction = connection.BeginTransaction();
        await _shop.Inventory.EnqueueAsync(transaction, [Reserve("later", 1)]);

        var failure = await Assert.ThrowsAsync<WriteLockException>(
            () => _shop.Inventory.ExecuteAsync(Reserve("out", 1)));
        Assert.False(failure.IsTransient);
    }

    [Fact]
    public async Task PipelineCall_AfterAnEnlistmentThatFailed_StillSeesTheOneBefore()
    {
        using var connection = _shop.Connect();
        using var transaction = connection.BeginTransaction();
        await _shop.Inventory.EnlistAsync(transaction, [Reserve("in", 1)]);
        CancellationToken cancelled = new(canceled: true);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => _shop.Inventory.EnlistAsync(transaction, [Reserve("more", 1)], cancelled));

        var failure = await Assert.ThrowsAsync<WriteLockException>(
            () => _shop.Inventory.ExecuteAsync(Reserve("out", 1)));

        Assert.False(failure.IsTransient);
        transaction.Rollback();
        await _shop.PostAsync(Reserve("out", 1));
    }

    [Fact]
    public async Task PipelineCall_OfAnotherFlow_WaitsForTheHostAndIsAnswered()
    {
        await using var shop = await HostShop.OpenAsync();
        var begin = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var other = Task.Run(async () =>
        {
            await begin.Task;
            return await shop.Inventory.ExecuteAsync(Reserve("other", 6));
        });
        using var connection = shop.Connect();
        using var transaction = connection.BeginTransaction();
        await shop.Inventory.EnlistAsync(transaction, [Reserve("mine", 5)]);
        begin.SetResult();
        await Task.Delay(Patience / 4);
        Assert.False(other.IsCompleted);

        transaction.Commit();

        Assert.Equal(ErrorCodes.Insufficient, (await other).Errors[0].Code);
        Assert.Equal(5, await shop.AvailableAsync());
    }

    [Fact]
    public async Task PipelineCall_InsideAHostsOwnWrite_EndsByNameInTheStatedTime()
    {
        using var connection = _shop.Connect();
        using (var transaction = connection.BeginTransaction())
        {
            HostShop.AddOrder(transaction, "order");
            var watch = Stopwatch.StartNew();

            // The library has not seen this transaction, so it cannot know whose it is.
            var failure = await Assert.ThrowsAsync<WriteLockException>(
                () => _shop.Inventory.ExecuteAsync(Reserve("k", 1)));

            Assert.True(failure.IsTransient);
            Assert.Contains("end that first", failure.Message, StringComparison.Ordinal);
            Assert.InRange(watch.Elapsed, Patience, Patience + Slack);
            transaction.Commit();
        }

        await _shop.PostAsync(Reserve("k", 1));
        await _shop.VerifyAsync();
    }

    [Fact]
    public async Task Host_HoldingItsTransaction_PipelineCallersAreToldAndGoOn_ReadersNeverNotice()
    {
        using var connection = _shop.Connect();
        var transaction = connection.BeginTransaction();
        HostShop.AddOrder(transaction, "order");
        var (told, slowest, reads, slowestRead) = (0, TimeSpan.Zero, 0, TimeSpan.Zero);
        var watch = Stopwatch.StartNew();
        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(async () =>
        {
            while (true)
            {
                var began = watch.Elapsed;
                try
                {
                    // The same key each time: however often it is sent, it is applied once.
                    return await _shop.Inventory.ExecuteAsync(Shop.Issue($"k{caller}", "A", 1));
                }
                catch (WriteLockException)
                {
                    lock (_shop)
                    {
                        told++;
                        slowest = slowest > watch.Elapsed - began ? slowest : watch.Elapsed - began;
                    }
                }
            }
        })).ToList();
        var reader = Task.Run(async () =>
        {
            while (watch.Elapsed < Held)
            {
                var began = watch.Elapsed;
                Assert.Equal(10, await _shop.OnHandAsync());
                slowestRead = slowestRead > watch.Elapsed - began ? slowestRead : watch.Elapsed - began;
                reads++;
                await Task.Delay(5);
            }
        });

        await Task.Delay(Held);
        await reader;
        await transaction.CommitAsync();
        await transaction.DisposeAsync();
        var answers = await Task.WhenAll(callers);

        Assert.All(answers, answer => Assert.True(answer.Succeeded));
        Assert.Equal((2, 1), (await _shop.OnHandAsync(), _shop.Orders()));
        Assert.True(told >= callers.Count, $"Only {told} were told.");
        Assert.True(slowest < 3 * Patience + Slack, $"One was told after {slowest}.");

        // A reader that waited would have waited until the host committed.
        Assert.True(reads > 5, $"Only {reads} reads.");
        Assert.True(slowestRead < Held - Patience / 2, $"A reader waited {slowestRead}.");
        await _shop.VerifyAsync();
    }

    [Fact]
    public async Task TwoHosts_InOppositeOrderOfKeys_OneWaitsAndBothEnd()
    {
        await using var shop = await HostShop.OpenAsync();

        await Task.WhenAll(
            Task.Run(() => BothAsync(shop, "first", "A", "B")), Task.Run(() => BothAsync(shop, "second", "B", "A")));

        Assert.Equal((6, 6, 2), (await shop.AvailableAsync(), await shop.AvailableAsync("B"), shop.Orders()));
        await shop.VerifyAsync();
    }

    [Fact]
    public async Task TwoHosts_BothBegunByReading_OneIsToldToBeginAgain()
    {
        using var one = _shop.Connect();
        using var two = _shop.Connect();
        using var first = one.BeginTransaction(deferred: true);
        using var second = two.BeginTransaction(deferred: true);
        Read(first);
        Read(second);

        await _shop.Inventory.EnlistAsync(first, [Reserve("a1", 2), Reserve("b1", 2, "B")]);
        first.Commit();
        var failure = await Assert.ThrowsAsync<WriteLockException>(
            () => _shop.Inventory.EnlistAsync(second, [Reserve("b2", 2, "B"), Reserve("a2", 2)]));

        Assert.False(failure.IsTransient);
        second.Rollback();
        using var again = two.BeginTransaction();
        await _shop.Inventory.EnlistAsync(again, [Reserve("b2", 2, "B"), Reserve("a2", 2)]);
        again.Commit();
        Assert.Equal((6, 6), (await _shop.AvailableAsync(), await _shop.AvailableAsync("B")));
    }

    private static ReserveStock Reserve(string key, decimal quantity, string sku = "A") =>
        new(key, sku, "SHOP", Quantity.Each(quantity));

    private static void Read(SqliteTransaction transaction)
    {
        using var read = new SqliteCommand("SELECT count(*) FROM host_order", transaction.Connection, transaction);
        read.ExecuteScalar();
    }

    private async Task CallDeepInsideAsync()
    {
        await Task.Yield();
        await _shop.Inventory.ExecuteAsync([Reserve("deep", 1)]);
    }

    // One call for each SKU, so that the second begins while both hosts want to write.
    private static async Task BothAsync(HostShop shop, string name, string one, string other)
    {
        using var connection = shop.Connect();
        using var transaction = connection.BeginTransaction(deferred: true);
        Command[] commands = [Reserve($"{name}-1", 2, one), Reserve($"{name}-2", 2, other)];
        foreach (var command in commands)
        {
            (await shop.Inventory.EnlistAsync(transaction, [command]))[0].GetValueOrThrow();
            await Task.Delay(Patience / 10);
        }

        HostShop.AddOrder(transaction, name);
        transaction.Commit();
    }
}
