using Inventory.Sqlite.Tests.Support;
using Inventory.Storage;
using Inventory.Testing.Storage;
using Inventory.TestSupport;

namespace Inventory.Sqlite.Tests;

/// <summary>The contract that every store keeps.</summary>
[Capability("INT-10")]
public sealed class SqliteStoreConformanceTests : StoreConformance, IDisposable
{
    private readonly StoreFile _file = new();

    public static TheoryData<string> Names => new(Cases);

    public void Dispose() => _file.Dispose();

    [Theory]
    [MemberData(nameof(Names))]
    public Task Store_KeepsTheContract(string name) => RunAsync(name);

    protected override ValueTask<IInventoryStore> CreateAsync(CancellationToken cancellationToken) =>
        new(_file.Store());
}
