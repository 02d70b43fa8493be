using System.Collections.Concurrent;
using Inventory.Storage;
using Inventory.Storage.Memory;
using Inventory.TestSupport;
using Inventory.Testing.Storage;

namespace Inventory.Testing.Tests.Storage;

[Capability("INT-10")]
public sealed class StoreConformanceTests
{
    [Fact]
    public void Cases_HaveUniqueNames()
    {
        Assert.Equal(StoreConformance.Cases.Count, StoreConformance.Cases.Distinct(StringComparer.Ordinal).Count());
        Assert.InRange(StoreConformance.Cases.Count, 100, 1000);
    }

    [Fact]
    public async Task EveryMember_OfThePort_IsCalledBySomeCase()
    {
        var called = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        foreach (var name in StoreConformance.Cases)
        {
            await new Conformance(() => new FaultyStore(new MemoryStore())
            {
                OnStep = step =>
                {
                    called[step.Member] = true;
                    return default;
                },
            }).RunAsync(name);
        }

        Type[] ports =
        [
            typeof(IInventoryStore), typeof(IStoreReader), typeof(IStoreWriter), typeof(IHistoryReader),
            typeof(IHistoryWriter),
        ];
        var members = ports
            .SelectMany(port => port.GetMethods())
            .Select(method => method.Name)
            .Where(name => name.EndsWith("Async", StringComparison.Ordinal));
        Assert.Empty(members.Except(called.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public async Task UnknownCase_IsABugOfTheCaller() =>
        await Assert.ThrowsAsync<ArgumentException>(
            () => new Conformance(() => new MemoryStore()).RunAsync("No.SuchCase"));

    private sealed class Conformance(Func<IInventoryStore> create) : StoreConformance
    {
        protected override ValueTask<IInventoryStore> CreateAsync(CancellationToken cancellationToken) => new(create());
    }
}
