using Inventory.Ledger;
using Inventory.Storage;
using Inventory.Storage.Memory;
using Inventory.TestSupport;
using Inventory.Testing.Storage;

namespace Inventory.Testing.Tests.Storage;

[Capability("INT-10")]
public sealed class FaultyStoreTests
{
    private readonly Given _given = new();

    [Fact]
    public async Task Calls_AreCounted_TheSameEachTime()
    {
        var first = await RunAsync();
        var second = await RunAsync();

        Assert.True(first.Calls > 10, $"{first.Calls} calls");
        Assert.Equal(first.Calls, second.Calls);
    }

    [Fact]
    public async Task EveryFault_LeavesAllOrNothing()
    {
        var calls = (await RunAsync()).Calls;
        for (var call = 1; call <= calls; call++)
        {
            await CheckAsync(store => store.FailBefore(call), isWritten: false);

            // Only the commit's own reply is lost with the goods in stock; whatever comes before it is rolled back.
            await CheckAsync(store => store.FailAfter(call), isWritten: call == calls);
        }
    }

    [Fact]
    public async Task LostReply_OfACommit_IsAnUnknownOutcome()
    {
        var calls = (await RunAsync()).Calls;

        await Assert.ThrowsAsync<CommitOutcomeUnknownException>(() => RunAsync(store => store.FailAfter(calls)));
        var before = await Assert.ThrowsAsync<InventoryStoreException>(
            () => RunAsync(store => store.FailBefore(calls)));
        Assert.True(before.IsTransient);
        Assert.Contains("CommitAsync", before.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Steps_AreSeenBeforeAndAfter()
    {
        var steps = new List<StoreCall>();
        await RunAsync(store => store.OnStep = step =>
        {
            steps.Add(step);
            return default;
        });

        Assert.Equal(new StoreCall(1, nameof(IInventoryStore.EnsureSchemaAsync), CallMoment.Before), steps[0]);
        Assert.Equal(nameof(IStoreWriter.CommitAsync), steps[^1].Member);
        Assert.Equal(steps.Count / 2, steps.Count(step => step.Moment == CallMoment.After));
    }

    [Fact]
    public async Task Crash_AtAStep_IsTheCrashItself()
    {
        await Assert.ThrowsAsync<NotSupportedException>(() => RunAsync(store => store.OnStep = step =>
            step.Number == 5 ? throw new NotSupportedException("crashed") : default));
    }

    [Fact]
    public async Task Delayed_Calls_WaitForWhatTheyWereToldTo()
    {
        var gate = new TaskCompletionSource();
        var run = RunAsync(store => store.Delay(3, CallMoment.Before, gate.Task));

        Assert.False(run.IsCompleted);
        gate.SetResult();
        await run;
    }

    [Fact]
    public async Task Writer_ThatWasNeverHandedOut_HoldsNoLock()
    {
        await using var store = new FaultyStore(new MemoryStore());
        await store.OpenLedgerAsync(Definition);
        store.FailAfter(2);

        await Assert.ThrowsAsync<InventoryStoreException>(() => store.WriteAsync(1).AsTask());

        await using var writer = await store.WriteAsync(1);
        Assert.Equal(0, (await writer.GetLedgerAsync()).LastCommit);
    }

    [Fact]
    public async Task Reset_ForgetsFaultsAndCalls()
    {
        await using var store = new FaultyStore(new MemoryStore());
        store.FailBefore(1);
        store.Reset();

        await store.EnsureSchemaAsync();

        Assert.Equal(1, store.Calls);
    }

    private static LedgerDefinition Definition => new("main", Currency.Gbp, 4, RequireActor: false, []);

    private async Task<FaultyStore> RunAsync(Action<FaultyStore>? set = null)
    {
        var store = new FaultyStore(new MemoryStore());
        set?.Invoke(store);
        await RunAsync(store);
        return store;
    }

    private async Task RunAsync(FaultyStore store)
    {
        await store.EnsureSchemaAsync();
        var opened = await store.OpenLedgerAsync(Definition);
        await new CommitDriver(store, opened.State.Ledger).CommitAsync(_given.Sku(), _given.Site(), _given.Receipt(5));
    }

    private async Task CheckAsync(Action<FaultyStore> set, bool isWritten)
    {
        var inner = new MemoryStore();
        var store = new FaultyStore(inner);
        set(store);
        await Assert.ThrowsAnyAsync<InventoryStoreException>(() => RunAsync(store));

        var opened = await inner.OpenLedgerAsync(Definition);
        await using var reader = await inner.ReadAsync(opened.State.Ledger);
        Assert.Equal(isWritten ? 1 : 0, opened.State.LastCommit);
        Assert.Equal(isWritten ? [new Position(1, new(6), new(5))] : [], await reader.GetPositionsOfAsync(1));
    }
}
