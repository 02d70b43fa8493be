using Inventory.CrashWorker;
using Inventory.Sqlite.Tests.Support;
using Inventory.TestSupport;
using Microsoft.Data.Sqlite;

namespace Inventory.Sqlite.Tests.Hosts;

/// <summary>
/// A host is killed at each place of its own transaction; what it committed is whole, the rest is not there.
/// </summary>
[Capability("MOV-06")]
[Capability("INT-03")]
public sealed class HostCrashTests : IAsyncLifetime
{
    private readonly StoreFile _file = new();

    public async ValueTask InitializeAsync()
    {
        await using var store = SharedLedger.Store(_file.Path);
        await store.EnsureSchemaAsync();
        await using var inventory = await SharedLedger.OpenAsync(store);
        foreach (var answer in await inventory.ExecuteAsync([.. Shop.Founding("A"), Shop.Receipt("r", "A", 10)]))
        {
            answer.GetValueOrThrow();
        }

        _file.Run("CREATE TABLE host_order (id TEXT NOT NULL PRIMARY KEY) STRICT");
    }

    public ValueTask DisposeAsync()
    {
        _file.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData(Hosting.Enlisting, Hosting.Enlisted, 0, 10, 10)]
    [InlineData(Hosting.Enlisting, Hosting.Committed, 1, 10, 8)]
    [InlineData(Hosting.Enqueuing, Hosting.Enqueued, 0, 10, 10)]
    [InlineData(Hosting.Enqueuing, Hosting.Committed, 1, 7, 7)]
    public async Task KilledHost_LeavesBothOrNeither(string way, string place, int orders, int onHand, int available)
    {
        await KillAsync(way, place);

        await using var store = SharedLedger.Store(_file.Path);
        await using var inventory = await SharedLedger.OpenAsync(store);
        var stock = (await inventory.GetAvailabilityAsync(["A"]))[0];

        Assert.Equal(orders, _file.Scalar("SELECT count(*) FROM host_order"));
        Assert.Equal((onHand, available), (stock.OnHand.Amount, stock.Available.Amount));
        Assert.Empty(await inventory.ReadInboxAsync().ToListAsync());
        Assert.Empty((await inventory.VerifyAsync()).Findings);
        using var connection = _file.Connect();
        Assert.Equal("ok", new SqliteCommand("PRAGMA integrity_check", connection).ExecuteScalar());

        // Whoever does it again, not knowing, does it once.
        await inventory.IssueAsync("sale", "A", Quantity.Each(3), "SHOP");
        Assert.Equal(7, (await inventory.GetOnHandAsync(new OnHandQuery("A"))).Value.Quantity.Amount);
    }

    private async Task KillAsync(string way, string place)
    {
        var lines = new List<string>();
        using var worker = WorkerProcess.Start("host", _file.Path, way);
        var first = way == Hosting.Enlisting ? Hosting.Enlisted : Hosting.Enqueued;
        await worker.ReadToAsync(first, lines);
        if (place != first)
        {
            await worker.WriteLineAsync("go on");
            await worker.ReadToAsync(place, lines);
        }

        worker.Kill();
        await worker.WaitAsync();
    }
}
