using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Load.Measure;
using Inventory.Sqlite.Tests.Support;
using Inventory.Valuation;

namespace Inventory.Sqlite.Tests.FlatCost;

/// <summary>An inventory with one large SKU <c>A</c>, whose rows are counted once it is filled.</summary>
internal sealed class LargeLedger(CostMethod method) : IAsyncDisposable
{
    private readonly StoreFile _file = new();
    private CountingStore _store = null!;
    private SqliteStore? _other;

    public IInventory Inventory { get; private set; } = null!;

    public long RowsRead => _store.RowsRead;

    public long RowsWritten => _store.RowsWritten;

    /// <summary>Fills a ledger, 1,024 commands at a time, and opens it again with nothing in memory.</summary>
    public static async Task<LargeLedger> FillAsync(
        IEnumerable<Command> commands, Tracking tracking = Tracking.None, CostMethod method = CostMethod.Fifo)
    {
        var ledger = new LargeLedger(method);
        await using (var store = ledger._file.Store(options => options.Durability = Durability.Normal))
        {
            await store.EnsureSchemaAsync();
            await using var inventory = await InventoryEngine.OpenAsync(store, ledger.Options());
            await SendAsync(inventory,
                [new DefineLocation("shop", "SHOP", LocationKind.Site),
                new DefineSku("a", "A") { Tracking = tracking }]);
            foreach (var chunk in commands.Chunk(1_024))
            {
                await SendAsync(inventory, chunk);
            }
        }

        await ledger.ReopenAsync();
        return ledger;
    }

    /// <summary>Closes and opens the inventory, so that what it does next starts with nothing in memory.</summary>
    public async Task ReopenAsync()
    {
        await CloseAsync();
        _store = CountingStore.Around(_file.Store(options => options.Durability = Durability.Normal));
        Inventory = await InventoryEngine.OpenAsync(_store.Store, Options());
    }

    /// <summary>A second engine on the same file; the caller disposes it.</summary>
    public async Task<IInventory> OpenAnotherAsync()
    {
        _other = _file.Store(options => options.Durability = Durability.Normal);
        return await InventoryEngine.OpenAsync(_other, Options());
    }

    /// <summary>Changes the file past the store.</summary>
    public void Run(string sql) => _file.Run(sql);

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        if (_other is not null)
        {
            await _other.DisposeAsync();
        }

        _file.Dispose();
    }

    public static async Task SendAsync(IInventory inventory, params Command[] commands) =>
        Assert.All(await inventory.ExecuteAsync(commands), answer => answer.GetValueOrThrow());

    private InventoryOptions Options()
    {
        var options = new InventoryOptions();
        options.Books.Add(new BookOptions { Name = "book", Method = method, Inline = true });
        return options;
    }

    private async ValueTask CloseAsync()
    {
        if (Inventory is not null)
        {
            await Inventory.DisposeAsync();
            await _store.DisposeAsync();
        }
    }
}
