using Inventory.Commands;
using Inventory.Testing;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Inventory.Sqlite.Tests.Support;

/// <summary>
/// A host with an order table of its own in the ledger's file, and a running inventory beside it: the place
/// <c>SHOP</c> with ten units each of <c>A</c> and <c>B</c>.
/// </summary>
internal sealed class HostShop : IAsyncDisposable
{
    private readonly SqliteStore _store;

    private HostShop(StoreFile file, SqliteStore store, IInventory inventory, FakeClock clock)
    {
        File = file;
        _store = store;
        Inventory = inventory;
        Clock = clock;
    }

    public StoreFile File { get; }

    public SqliteStore Store => _store;

    public IInventory Inventory { get; }

    public FakeClock Clock { get; }

    public static async Task<HostShop> OpenAsync(TimeSpan? patience = null)
    {
        var file = new StoreFile();
        await using (var store = file.Store())
        {
            await store.EnsureSchemaAsync();
        }

        var shop = await ConnectAsync(file, patience);
        file.Run("CREATE TABLE host_order (id TEXT NOT NULL PRIMARY KEY, sku TEXT NOT NULL) STRICT");
        await shop.PostAsync(Shop.Founding("A", "B"));
        await shop.PostAsync(Shop.Receipt("r-A", "A", 10), Shop.Receipt("r-B", "B", 10));
        return shop;
    }

    /// <summary>The same file as another process has it.</summary>
    public static async Task<HostShop> ConnectAsync(StoreFile file, TimeSpan? patience = null)
    {
        var store = file.Store(options => options.BusyTimeout = patience ?? TimeSpan.FromSeconds(30));
        var clock = new FakeClock(Instant.FromUtc(2026, 1, 5, 8, 0));
        var options = new InventoryOptions { CostScale = 4 };
        options.Books.Add(new BookOptions { Name = "fifo", Inline = true });
        return new HostShop(file, store, await InventoryEngine.OpenAsync(store, options, clock), clock);
    }

    public async Task PostAsync(params Command[] commands)
    {
        foreach (var answer in await Inventory.ExecuteAsync(commands))
        {
            answer.GetValueOrThrow();
        }
    }

    /// <summary>A connection as the host has it, with nothing of the library in it.</summary>
    public SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"{File.ConnectionString};Pooling=False");
        connection.Open();
        return connection;
    }

    public static void AddOrder(SqliteTransaction transaction, string id, string sku = "A")
    {
        using var insert = transaction.Connection!.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO host_order (id, sku) VALUES ($id, $sku)";
        insert.Parameters.AddWithValue("$id", id);
        insert.Parameters.AddWithValue("$sku", sku);
        insert.ExecuteNonQuery();
    }

    public long Orders() => File.Scalar("SELECT count(*) FROM host_order");

    public async Task<decimal> OnHandAsync(string sku = "A") =>
        (await Inventory.GetOnHandAsync(new OnHandQuery(sku))).Value.Quantity.Amount;

    public async Task<decimal> AvailableAsync(string sku = "A") =>
        (await Inventory.GetAvailabilityAsync([sku]))[0].Available.Amount;

    public async Task VerifyAsync()
    {
        var report = await Inventory.VerifyAsync();
        Assert.True(report.Findings.Count == 0, string.Join('\n', report.Findings));
    }

    /// <summary>Closes this engine and its store; the file stays.</summary>
    public async ValueTask CloseAsync()
    {
        await Inventory.DisposeAsync();
        await _store.DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        File.Dispose();
    }
}
