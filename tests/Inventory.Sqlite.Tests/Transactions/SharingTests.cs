using Inventory.Ledger;
using Inventory.Sqlite.Tests.Support;
using Inventory.Storage;
using Inventory.TestSupport;

namespace Inventory.Sqlite.Tests.Transactions;

/// <summary>Several readers, writers and stores on one file.</summary>
public sealed class SharingTests : IAsyncLifetime
{
    private readonly StoreFile _file = new();
    private SqliteStore _store = null!;
    private LedgerDriver _driver = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await _file.OpenAsync(options => options.BusyTimeout = TimeSpan.FromMilliseconds(300));
        _driver = new LedgerDriver(_store);
        await _driver.CommitAsync(Shop.Opening, Shop.Founding("A", "B"));
        await _driver.CommitAsync(Shop.Opening, Shop.Receipt("r1", "A", 10), Shop.Receipt("r2", "B", 10));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _file.Dispose();
    }

    [Fact]
    public async Task Reader_SeesTheMomentItBegan()
    {
        await using var before = await _store.ReadAsync(1);
        await _driver.CommitAsync(Shop.Opening, Shop.Issue("i", "A", 1));
        await using var after = await _store.ReadAsync(1);

        Assert.Equal(2, (await before.GetLedgerAsync()).LastCommit);
        Assert.Equal(10, Assert.Single(await before.GetPositionsOfAsync(1)).OnHand);
        Assert.Equal(3, (await after.GetLedgerAsync()).LastCommit);
        Assert.Equal(9, Assert.Single(await after.GetPositionsOfAsync(1)).OnHand);
    }

    [Fact]
    public async Task Reader_WhileSomebodyWrites_DoesNotWait()
    {
        var prepared = await _driver.PrepareAsync(Shop.Opening, Shop.Issue("i", "A", 1));
        await using var writer = await _store.WriteAsync(1);
        Assert.True(await writer.TryWriteAsync(prepared.Batch, prepared.Records));

        await using var reader = await _store.ReadAsync(1);

        Assert.Equal(10, Assert.Single(await reader.GetPositionsOfAsync(1)).OnHand);
    }

    [Fact]
    public async Task Streams_OfOneReader_CanBeNested()
    {
        await _driver.CommitAsync(Shop.Opening, Shop.Issue("i1", "A", 1), Shop.Issue("i2", "B", 1));
        await using var reader = await _store.ReadAsync(1);
        var pairs = new List<(int Outer, int Inner)>();

        await foreach (var outer in reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End))
        {
            await foreach (var inner in reader.ReadEntriesAsync(2, EntryKey.Start, EntryKey.End))
            {
                Assert.Single(await reader.GetEntriesAsync([(1, outer.Key)]));
                pairs.Add(((int)outer.Sequence, (int)inner.Sequence));
            }
        }

        Assert.Equal([(1, 1), (1, 2), (2, 1), (2, 2)], pairs);
    }

    [Fact]
    public async Task Stream_OutlivingItsReader_Ends()
    {
        var reader = await _store.ReadAsync(1);
        var stream = reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End).GetAsyncEnumerator();
        Assert.True(await stream.MoveNextAsync());
        await reader.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => stream.MoveNextAsync().AsTask());
        await stream.DisposeAsync();

        await using var next = await _store.ReadAsync(1);
        Assert.Single(await next.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End).ToListAsync());
    }

    [Fact]
    public async Task RowsRead_CountsWhatWasFound()
    {
        await using var reader = await _store.ReadAsync(1);
        Assert.Equal(0, reader.RowsRead);

        await reader.FindSkusAsync(["A", "B", "NONE"]);
        Assert.Equal(2, reader.RowsRead);
        await reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End).ToListAsync();
        Assert.Equal(3, reader.RowsRead);
        await reader.GetSettingsAsync();
        Assert.Equal(6, reader.RowsRead);
    }

    [Fact]
    [Capability("INT-10")]
    public async Task ManyStores_OnOneFile_LoseNothing()
    {
        await _driver.CommitAsync(Shop.Opening, Shop.Receipt("plenty", "A", 1_000));

        await Task.WhenAll(Enumerable.Range(0, 4).Select(worker => Task.Run(() => IssueAsync($"w{worker}", 25))));

        await using var reader = await _store.ReadAsync(1);
        Assert.Equal(1_010 - 100, Assert.Single(await reader.GetPositionsOfAsync(1)).OnHand);
        Assert.Equal(103, (await reader.GetLedgerAsync()).LastCommit);
        var entries = await reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End).ToListAsync();
        Assert.Equal(Enumerable.Range(1, 102).Select(n => (long)n), entries.Select(entry => entry.Sequence));
    }

    [Fact]
    public async Task SecondWriter_WaitsItsTurn_ThenGivesUpByName()
    {
        await using var first = await _store.WriteAsync(1);

        var failure = await Assert.ThrowsAsync<WriteLockException>(() => _store.WriteAsync(1).AsTask());

        Assert.True(failure.IsTransient);
        Assert.Contains("held the database", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WriterOfAnotherStore_WaitsItsTurn_ThenGivesUpByName()
    {
        await using var other = _file.Store(options => options.BusyTimeout = TimeSpan.FromMilliseconds(100));
        await using (await _store.WriteAsync(1))
        {
            var failure = await Assert.ThrowsAsync<WriteLockException>(() => other.WriteAsync(1).AsTask());
            Assert.True(failure.IsTransient);
        }

        await using var writer = await other.WriteAsync(1);
        Assert.Equal(2, (await writer.GetLedgerAsync()).LastCommit);
    }

    [Fact]
    public async Task Wait_CanBeCancelled()
    {
        await using var other = _file.Store();
        await using var first = await _store.WriteAsync(1);
        using var source = new CancellationTokenSource();
        var inThisStore = _store.WriteAsync(1, source.Token).AsTask();
        var inAnother = other.WriteAsync(1, source.Token).AsTask();

        await source.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => inThisStore);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => inAnother);
    }

    [Fact]
    public async Task Store_Closed_IsOverForNewCallsOnly()
    {
        var store = _file.Store();
        var reader = await store.ReadAsync(1);
        var writer = await store.WriteAsync(1);
        await store.DisposeAsync();

        Assert.Equal(2, (await reader.GetLedgerAsync()).LastCommit);
        Assert.Equal(2, (await writer.GetLedgerAsync()).LastCommit);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.ReadAsync(1).AsTask());
        await Assert.ThrowsAsync<ObjectDisposedException>(() => store.WriteAsync(1).AsTask());
        await writer.DisposeAsync();
        await reader.DisposeAsync();
    }

    private async Task IssueAsync(string worker, int count)
    {
        await using var store = _file.Store();
        var driver = new LedgerDriver(store);
        for (var i = 0; i < count; i++)
        {
            await driver.CommitAsync(Shop.Opening, Shop.Issue($"{worker}-{i}", "A", 1));
        }
    }
}
