using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Reservations;
using Inventory.Sqlite.Tests.Support;
using Inventory.Storage;
using Inventory.TestSupport;

namespace Inventory.Sqlite.Tests.Transactions;

/// <summary>
/// Two batches are decided on the same state: the one that comes second is refused as a whole where it must be.
/// </summary>
[Capability("INT-11")]
public sealed class GuardTests : IAsyncLifetime
{
    private readonly StoreFile _file = new();
    private SqliteStore _store = null!;
    private LedgerDriver _driver = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await _file.OpenAsync();
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
    public async Task Head_MovedOn_RefusesAll()
    {
        var late = await _driver.PrepareAsync(Shop.Opening, Shop.Issue("late-b", "B", 1), Shop.Issue("late-a", "A", 1));
        await _driver.CommitAsync(Shop.Opening, Shop.Issue("first", "A", 1));

        await IsRefusedWithoutATraceAsync(Renumbered(late, 4));
    }

    [Fact]
    public async Task Catalog_Changed_RefusesAll()
    {
        var late = await _driver.PrepareAsync(Shop.Opening, Shop.Issue("late", "A", 1));
        await _driver.CommitAsync(Shop.Opening, new DefineSku("c", "C"));

        await IsRefusedWithoutATraceAsync(Renumbered(late, 4));
    }

    [Fact]
    public async Task LastCommit_RecordedLater_RefusesAll()
    {
        var early = await _driver.PrepareAsync(Shop.Opening, Shop.Issue("early", "A", 1));
        await _driver.CommitAsync(Shop.Opening + 1, Shop.Issue("first", "B", 1));

        await IsRefusedWithoutATraceAsync(Renumbered(early, 4));
    }

    [Fact]
    public async Task Position_WithTooLittleLeft_RefusesAll()
    {
        var late = await _driver.PrepareAsync(Shop.Opening, new ReserveStock("late", "A", "SHOP", Quantity.Each(6)));
        await _driver.CommitAsync(Shop.Opening, new ReserveStock("first", "A", "SHOP", Quantity.Each(5)));

        await IsRefusedWithoutATraceAsync(Renumbered(late, 4));
    }

    [Fact]
    public async Task Position_WithEnoughLeft_LetsTheSecondIn()
    {
        var late = await _driver.PrepareAsync(Shop.Opening, new ReserveStock("late", "A", "SHOP", Quantity.Each(5)));
        await _driver.CommitAsync(Shop.Opening, new ReserveStock("first", "A", "SHOP", Quantity.Each(5)));

        Assert.True(await _driver.TryCommitAsync(Renumbered(late, 4)));

        await using var reader = await _store.ReadAsync(1);
        var position = Assert.Single(await reader.GetPositionsOfAsync(1));
        Assert.Equal((10, 10, 0, 10), (position.OnHand, position.Sellable, position.Committed, position.Held));
        var promises = await reader.ReadPromisesAsync(1, 0).ToListAsync();
        Assert.Equal([1L, 2L], promises.Select(promise => promise.Sequence));
        Assert.All(promises, promise => Assert.Equal(promise.ComputeCheck(), promise.Check));
        Assert.Equal([3L, 4L], promises.Select(promise => promise.Leg.Commit));
    }

    [Fact]
    public async Task Reservation_ReleasedTwice_RefusesTheSecond()
    {
        await _driver.CommitAsync(Shop.Opening, new ReserveStock("mine", "A", "SHOP", Quantity.Each(4)));
        await _driver.CommitAsync(Shop.Opening, new ReserveStock("another's", "A", "SHOP", Quantity.Each(4)));
        var late = await _driver.PrepareAsync(Shop.Opening, new ReleaseReservation("late", "mine"));
        await _driver.CommitAsync(Shop.Opening, new ReleaseReservation("first", "mine"));

        await IsRefusedWithoutATraceAsync(Renumbered(late, 6));
    }

    [Fact]
    public async Task CommandKey_AppliedByAnother_IsNamedAsThat()
    {
        var twice = await _driver.PrepareAsync(Shop.Opening, new ReserveStock("same", "A", "SHOP", Quantity.Each(1)));
        await _driver.CommitAsync(Shop.Opening, new ReserveStock("same", "B", "SHOP", Quantity.Each(1)));
        var before = await DumpAsync();

        await Assert.ThrowsAsync<DuplicateCommandException>(() => _driver.TryCommitAsync(Renumbered(twice, 4)));

        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task CommandKeys_OfDifferentSources_AreDifferent()
    {
        await _driver.CommitAsync(
            Shop.Opening, Shop.Issue("k", "A", 1) with { Key = new CommandKey("k", "till-1") },
            Shop.Issue("k", "A", 1) with { Key = new CommandKey("k", "till-2") });

        await using var reader = await _store.ReadAsync(1);
        var found = await reader.FindCommandsAsync([new CommandKey("k", "till-2"), new CommandKey("k")]);
        Assert.Equal(1, Assert.Single(found).Ordinal);
    }

    [Fact]
    public async Task Records_OfAnotherCommit_AreABugOfTheCaller()
    {
        var prepared = await _driver.PrepareAsync(Shop.Opening, Shop.Issue("i", "A", 1));

        await Assert.ThrowsAsync<ArgumentException>(() => _driver.TryCommitAsync(Renumbered(prepared, 7)));
    }

    [Fact]
    public async Task Writer_AfterAFailedGuard_CanOnlyBeDisposed()
    {
        var late = Renumbered(await _driver.PrepareAsync(Shop.Opening, Shop.Issue("late", "A", 1)), 4);
        await _driver.CommitAsync(Shop.Opening, Shop.Issue("first", "A", 1));
        var before = await DumpAsync();

        await using (var writer = await _store.WriteAsync(1))
        {
            Assert.False(await writer.TryWriteAsync(late.Batch, late.Records));
            await Assert.ThrowsAsync<InvalidOperationException>(() => writer.CommitAsync().AsTask());
            await Assert.ThrowsAsync<InvalidOperationException>(() => writer.MarkBookBuiltAsync(1).AsTask());
        }

        Assert.Equal(before, await DumpAsync());
    }

    [Fact]
    public async Task Writer_DisposedWithoutCommit_LeavesNoTrace()
    {
        var before = await DumpAsync();
        var prepared = await _driver.PrepareAsync(Shop.Opening, Shop.Issue("i", "A", 1));
        await using (var writer = await _store.WriteAsync(1))
        {
            Assert.True(await writer.TryWriteAsync(prepared.Batch, prepared.Records));
            Assert.Equal(9, Assert.Single(await writer.GetPositionsOfAsync(1)).OnHand);
        }

        Assert.Equal(before, await DumpAsync());
    }

    private async Task IsRefusedWithoutATraceAsync(Prepared prepared)
    {
        var before = await DumpAsync();

        Assert.False(await _driver.TryCommitAsync(prepared));

        Assert.Equal(before, await DumpAsync());
    }

    // The number that the engine gives, which reads the last commit under the lock.
    private static Prepared Renumbered(Prepared prepared, long commit) => prepared with
    {
        Records = [.. prepared.Records.Select(record => record with { Commit = commit })],
    };

    private Task<string> DumpAsync() => Task.FromResult(Dump.Of(_file));
}
