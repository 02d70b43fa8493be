using Inventory.Storage;
using Inventory.Storage.Memory;
using Inventory.TestSupport;
using Inventory.Testing.Storage;

namespace Inventory.Engine.Tests.Storage;

[Capability("INT-10")]
public sealed class MemoryStoreConformanceTests : StoreConformance
{
    public static TheoryData<string> Names => new(Cases);

    [Theory]
    [MemberData(nameof(Names))]
    public Task MemoryStore_KeepsTheContract(string name) => RunAsync(name, TestContext.Current.CancellationToken);

    protected override ValueTask<IInventoryStore> CreateAsync(CancellationToken cancellationToken) =>
        new(new MemoryStore());
}
