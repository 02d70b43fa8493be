using System.Data;
using System.Data.Common;
using Inventory.Reservations;
using Inventory.Sqlite.Tests.Support;
using Inventory.Storage;
using Inventory.Storage.Memory;
using Inventory.TestSupport;
using Microsoft.Data.Sqlite;

namespace Inventory.Sqlite.Tests.Hosts;

/// <summary>Which transactions a host may hand in, and what it is told about the others.</summary>
[Capability("INT-10")]
public sealed class HostTransactionTests : IAsyncLifetime
{
    private static readonly ReserveStock Reserve =
        new("k", "A", "SHOP", Quantity.Each(1));

    private HostShop _shop = null!;

    public async ValueTask InitializeAsync() => _shop = await HostShop.OpenAsync(TimeSpan.FromMilliseconds(200));

    public ValueTask DisposeAsync() => _shop.DisposeAsync();

    [Fact]
    public async Task Ended_IsRefused()
    {
        using var connection = _shop.Connect();
        using var committed = connection.BeginTransaction();
        committed.Commit();
        await RefusedAsync(committed, "not open any more");

        using var rolledBack = connection.BeginTransaction();
        rolledBack.Rollback();
        await RefusedAsync(rolledBack, "not open any more");

        using var ended = connection.BeginTransaction();
        using var raw = connection.CreateCommand();
        raw.Transaction = ended;
        raw.CommandText = "COMMIT";
        raw.ExecuteNonQuery();
        await RefusedAsync(ended, "not open any more");

        // The provider believes in it still, and would fail to end it.
        raw.CommandText = "BEGIN";
        raw.ExecuteNonQuery();
    }

    [Fact]
    public async Task OfAnotherFile_IsRefused()
    {
        var copy = _shop.File.Copy("copy.db");
        using var connection = _shop.File.Connect(copy);
        using var transaction = connection.BeginTransaction();

        await RefusedAsync(transaction, "copy.db");
    }

    [Fact]
    public async Task ThroughALink_IsTheSameFile()
    {
        var link = Path.Combine(Path.GetDirectoryName(_shop.File.Path)!, "link.db");
        File.CreateSymbolicLink(link, _shop.File.Path);
        using var connection = _shop.File.Connect(link);
        using var transaction = connection.BeginTransaction();

        Assert.True((await _shop.Inventory.EnlistAsync(transaction, [Reserve]))[0].Succeeded);
        transaction.Commit();
        Assert.Equal(9, await _shop.AvailableAsync());
    }

    [Fact]
    public async Task OfAnotherProvider_IsRefused()
    {
        using var transaction = new OtherTransaction();

        await RefusedAsync(transaction, "another provider's");
    }

    [Fact]
    public async Task Deferred_BecomesAWritingOne()
    {
        using var connection = _shop.Connect();
        using var transaction = connection.BeginTransaction(deferred: true);
        Assert.Equal(0, ReadOrders(transaction));

        Assert.True((await _shop.Inventory.EnlistAsync(transaction, [Reserve]))[0].Succeeded);
        transaction.Commit();

        Assert.Equal(9, await _shop.AvailableAsync());
        await _shop.VerifyAsync();
    }

    [Fact]
    public async Task Deferred_ThatReadAStateGoneBy_IsToldAtOnce()
    {
        using var connection = _shop.Connect();
        using var transaction = connection.BeginTransaction(deferred: true);
        Assert.Equal(0, ReadOrders(transaction));
        await _shop.PostAsync(Shop.Issue("i", "A", 1));

        var failure = await Assert.ThrowsAsync<WriteLockException>(
            () => _shop.Inventory.EnlistAsync(transaction, [Reserve]));

        Assert.False(failure.IsTransient);
        Assert.Contains("deferred", failure.Message, StringComparison.Ordinal);

        // The flow is not taken for one that writes: the pipeline can be called.
        await _shop.PostAsync(Shop.Issue("j", "A", 1));
    }

    [Fact]
    public async Task Deferred_WhileAnotherWrites_WaitsAndGivesUpByName()
    {
        using var writer = _shop.Connect();
        using var writing = writer.BeginTransaction();
        using var connection = _shop.Connect();
        using var transaction = connection.BeginTransaction(deferred: true);

        var failure = await Assert.ThrowsAsync<WriteLockException>(
            () => _shop.Inventory.EnlistAsync(transaction, [Reserve]));

        Assert.True(failure.IsTransient);
        writing.Rollback();
        Assert.True((await _shop.Inventory.EnlistAsync(transaction, [Reserve]))[0].Succeeded);
        transaction.Commit();
    }

    [Fact]
    public async Task ConnectionOfTheHost_IsLeftAsItWas()
    {
        using var connection = _shop.Connect();
        using (var transaction = connection.BeginTransaction())
        {
            await _shop.Inventory.EnlistAsync(transaction, [Reserve]);
            Assert.Equal(0, ReadOrders(transaction));
            transaction.Save("hosts-own");
            HostShop.AddOrder(transaction, "order");
            await _shop.Inventory.EnlistAsync(transaction, [Shop.Issue("i", "A", 1)]);
            transaction.Rollback("hosts-own");
            transaction.Commit();
        }

        Assert.Equal((0, 10, 9), (_shop.Orders(), await _shop.OnHandAsync(), await _shop.AvailableAsync()));
        using var pragma = new SqliteCommand("PRAGMA busy_timeout", connection);
        using var fresh = _shop.Connect();
        using var same = new SqliteCommand("PRAGMA busy_timeout", fresh);
        Assert.Equal(same.ExecuteScalar(), pragma.ExecuteScalar());
        await _shop.VerifyAsync();
    }

    [Fact]
    public async Task InMemory_ThereAreNone()
    {
        await using var store = new MemoryStore();
        await using var inventory = await InventoryEngine.OpenAsync(store);
        using var connection = _shop.Connect();
        using var transaction = connection.BeginTransaction();

        var failure = await Assert.ThrowsAsync<NotSupportedException>(
            () => inventory.EnlistAsync(transaction, [Reserve]));
        Assert.Contains("MemoryStore", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<NotSupportedException>(() => inventory.EnqueueAsync(transaction, [Reserve]));
        Assert.False((await inventory.ExecuteAsync(Reserve)).Succeeded);
    }

    private static long ReadOrders(SqliteTransaction transaction)
    {
        using var count = new SqliteCommand("SELECT count(*) FROM host_order", transaction.Connection, transaction);
        return (long)count.ExecuteScalar()!;
    }

    private async Task RefusedAsync(DbTransaction transaction, string why)
    {
        var failure = await Assert.ThrowsAsync<ArgumentException>(
            () => _shop.Inventory.EnlistAsync(transaction, [Reserve]));
        Assert.Contains(why, failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => _shop.Inventory.EnqueueAsync(transaction, [Reserve]));
        await _shop.PostAsync(Shop.Receipt($"r{Guid.NewGuid()}", "B", 1));
    }

    private sealed class OtherTransaction : DbTransaction
    {
        public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;

        protected override DbConnection? DbConnection => null;

        public override void Commit()
        {
        }

        public override void Rollback()
        {
        }
    }
}
