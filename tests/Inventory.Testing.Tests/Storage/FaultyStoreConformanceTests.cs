using Inventory.Storage;
using Inventory.Storage.Memory;
using Inventory.TestSupport;
using Inventory.Testing.Storage;

namespace Inventory.Testing.Tests.Storage;

/// <summary>A faulty store without a fault is a store like any other.</summary>
[Capability("INT-10")]
public sealed class FaultyStoreConformanceTests : StoreConformance
{
    public static TheoryData<string> Names => new(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task FaultyStore_KeepsTheContract(string name) => RunAsync(name, TestContext.Current.CancellationToken);

    protected override ValueTask<IInventoryStore> CreateAsync(CancellationToken cancellationToken) =>
        new(new FaultyStore(new MemoryStore()));
}
