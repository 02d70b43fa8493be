using Inventory.Sqlite;
using Inventory.Storage;
using Inventory.Storage.Memory;

namespace Inventory.Engine.Tests.Support;

/// <summary>A fresh place for ledgers: one store in memory, or one SQLite file in a folder of its own.</summary>
internal sealed class Stores : IAsyncDisposable
{
    private readonly List<IInventoryStore> _opened = [];
    private readonly DirectoryInfo? _folder;

    private Stores(StoreKind kind)
    {
        _folder = kind == StoreKind.Sqlite ? Directory.CreateTempSubdirectory("inventory-engine-") : null;
        First = Connect();
    }

    /// <summary>The store as the first process has it.</summary>
    public IInventoryStore First { get; }

    /// <summary>Where a host connects to the file; null for a store in memory.</summary>
    public string? ConnectionString =>
        _folder is null ? null : $"Data Source={Path.Combine(_folder.FullName, "stock.db")}";

    public static async Task<Stores> CreateAsync(StoreKind kind)
    {
        var stores = new Stores(kind);
        await stores.First.EnsureSchemaAsync();
        return stores;
    }

    /// <summary>
    /// The same ledgers as another process has them: the same memory, or another connection to the file.
    /// </summary>
    public IInventoryStore Connect()
    {
        if (_folder is null)
        {
            return _opened.FirstOrDefault() ?? Keep(new MemoryStore());
        }

        return Keep(new SqliteStore(new SqliteOptions
        {
            ConnectionString = ConnectionString!,
            Durability = Durability.Normal,
        }));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var store in _opened)
        {
            await store.DisposeAsync();
        }

        _folder?.Delete(recursive: true);
    }

    private IInventoryStore Keep(IInventoryStore store)
    {
        _opened.Add(store);
        return store;
    }
}
