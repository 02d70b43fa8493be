using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Sqlite.Tests.Support;
using Inventory.Storage;
using Inventory.Timeline;

namespace Inventory.Sqlite.Tests.Transactions;

/// <summary>What the schema and the disk refuse, and how it is told.</summary>
public sealed class FailureTests : IAsyncLifetime
{
    private readonly StoreFile _file = new();
    private SqliteStore _store = null!;
    private LedgerDriver _driver = null!;

    public async ValueTask InitializeAsync()
    {
        _store = await _file.OpenAsync();
        _driver = new LedgerDriver(_store);
        await _driver.CommitAsync(Shop.Opening, Shop.Founding("A"));
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _file.Dispose();
    }

    [Fact]
    public async Task SumBeyond64Bits_IsRefused()
    {
        await _driver.CommitAsync(Shop.Opening, Shop.Receipt("r", "A", 10));
        var receipt = await _driver.PrepareAsync(Shop.Opening, Shop.Receipt("one", "A", 1));
        _file.Run($"UPDATE inventory_position SET available = {long.MaxValue}");

        var failure = await Assert.ThrowsAsync<InventoryStoreException>(() => _driver.TryCommitAsync(receipt));

        Assert.False(failure.IsTransient);
        Assert.Contains("more than the ledger can hold", failure.Message, StringComparison.Ordinal);
        Assert.Equal(long.MaxValue, _file.Scalar("SELECT available FROM inventory_position"));
        Assert.Equal(1, _file.Scalar("SELECT count(*) FROM inventory_entry"));
    }

    [Theory]
    [InlineData("UPDATE inventory_position SET held = -1")]
    [InlineData("UPDATE inventory_position SET committed = -1")]
    [InlineData("UPDATE inventory_entry SET quantity = 0")]
    [InlineData("UPDATE inventory_entry SET quantity = 'ten'")]
    [InlineData("UPDATE inventory_entry SET quantity = 1.5")]
    [InlineData("UPDATE inventory_entry SET chain = x'00'")]
    [InlineData("UPDATE inventory_entry SET kind = 99")]
    [InlineData("UPDATE inventory_head SET sequence = -1")]
    [InlineData("UPDATE inventory_command SET kind = NULL")]
    [InlineData("UPDATE inventory_ledger SET last_commit = -1")]
    public async Task Row_ThatCannotBeTrue_IsRefusedByTheSchema(string sql)
    {
        await _driver.CommitAsync(Shop.Opening, Shop.Receipt("r", "A", 10));

        Assert.Throws<Microsoft.Data.Sqlite.SqliteException>(() => _file.Run(sql));
    }

    [Fact]
    public async Task DiskFull_IsTransientAndLeavesNothing()
    {
        var writer = (Sqlite.Transactions.SqliteWriter)await _store.WriteAsync(1);
        writer.Connection.Run("PRAGMA max_page_count = 1");
        var failure = await Assert.ThrowsAsync<InventoryStoreException>(async () =>
        {
            for (var i = 0; i < 10_000; i++)
            {
                await writer.PutBlockAsync(
                    new Block(1, new EntryKey(i, 1), 128, i),
                    [new BlockBalance(1, new Spot(6, 0, StockStatus.Available), new EntryKey(i, 1), 0, 1, 1)]);
            }
        });

        Assert.True(failure.IsTransient, failure.Message);
        Assert.Contains("disk is full", failure.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InvalidOperationException>(() => writer.CommitAsync().AsTask());
        writer.Connection.Run("PRAGMA max_page_count = 1000000");
        await writer.DisposeAsync();

        Assert.Equal(0, _file.Scalar("SELECT count(*) FROM inventory_block"));
        await _driver.CommitAsync(Shop.Opening, Shop.Receipt("r", "A", 10));
    }

    [Fact]
    public async Task File_ThatIsNoDatabase_IsNamed()
    {
        using var file = new StoreFile();
        await File.WriteAllTextAsync(file.Path, new string('x', 8_192));
        await using var store = file.Store();

        var failure = await Assert.ThrowsAsync<InventoryStoreException>(() => store.GetSchemaAsync().AsTask());

        Assert.False(failure.IsTransient);
        Assert.Contains("damaged or no database", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Folder_ThatDoesNotExist_IsNamed()
    {
        await using var store = new SqliteStore($"Data Source={_file.Path}/none/stock.db");

        var failure = await Assert.ThrowsAsync<InventoryStoreException>(() => store.EnsureSchemaAsync().AsTask());

        Assert.Contains("check its path", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_ThatIsNotThere_IsNamed()
    {
        await using var reader = await _store.ReadAsync(9);

        var failure = await Assert.ThrowsAsync<InventoryStoreException>(() => reader.GetLedgerAsync().AsTask());

        Assert.Contains("no ledger 9", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Location_OfTheSameCode_IsRefused()
    {
        await using var writer = (Sqlite.Transactions.SqliteWriter)await _store.WriteAsync(1);
        using var insert = writer.Connection.Rent(Sqlite.Tables.LocationTable.Put);
        Sqlite.Tables.LocationTable.Bind(
            insert, 1, new Location { Number = 77, Code = "shop", Kind = LocationKind.Site });

        var failure = Assert.Throws<InventoryStoreException>(() => insert.Execute());

        Assert.Contains("exists already", failure.Message, StringComparison.Ordinal);
    }
}
