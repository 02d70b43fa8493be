using System.Collections.Immutable;
using Inventory.Sqlite.Connections;
using Inventory.Sqlite.Schema;
using Inventory.Sqlite.Tests.Support;
using Inventory.Storage;
using Inventory.TestSupport;

namespace Inventory.Sqlite.Tests.Schema;

public sealed class MigratorTests : IDisposable
{
    private static readonly Migration Second = new(2, "0002_second",
        """
        -- A step as a later version may bring it: a column, its values, an index.
        ALTER TABLE inventory_sku ADD COLUMN colour TEXT NOT NULL DEFAULT '';
        UPDATE inventory_sku SET colour = 'red';
        CREATE INDEX inventory_sku_colour ON inventory_sku (colour);
        """);

    private readonly StoreFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    [Capability("INT-10")]
    public async Task Upgrade_KilledAfterAnyStatement_LeavesTheOldOrTheNewVersion()
    {
        var statements = await CountStatementsAsync();
        Assert.True(statements > 30, $"{statements} statements");

        for (var kill = 1; kill <= statements; kill++)
        {
            using var file = new StoreFile();
            var copy = await KillAfterAsync(file, kill, Migrations.All);

            await using var store = new SqliteStore($"Data Source={copy}");
            var found = await store.GetSchemaAsync();
            Assert.Equal(kill < statements ? 0 : 1, found.Version);
            await store.EnsureSchemaAsync();
            Assert.True((await store.GetSchemaAsync()).IsCurrent);
            Assert.Equal(1, file.Scalar("SELECT count(*) FROM inventory_schema", copy));
            Assert.Equal(1,
                file.Scalar("SELECT count(*) FROM pragma_integrity_check WHERE integrity_check = 'ok'", copy));
        }
    }

    [Fact]
    [Capability("INT-10")]
    public async Task SecondStep_KilledAfterAnyStatement_LeavesTheOldOrTheNewVersion()
    {
        // Three statements, the row of the version, the commit.
        for (var kill = 1; kill <= 5; kill++)
        {
            using var file = new StoreFile();
            await using (var store = await file.OpenAsync())
            {
                await new LedgerDriver(store).CommitAsync(Shop.Opening, Shop.Founding("A"));
            }

            var copy = await KillAfterAsync(file, kill, Migrations.All.Add(Second));

            var isNew = kill == 5;
            Assert.Equal(isNew ? 2 : 1, file.Scalar("SELECT max(version) FROM inventory_schema", copy));
            Assert.Equal(isNew ? 1 : 0,
                file.Scalar("SELECT count(*) FROM pragma_table_info('inventory_sku') WHERE name = 'colour'", copy));
            Assert.Equal(1, file.Scalar("SELECT count(*) FROM inventory_sku", copy));
        }
    }

    [Fact]
    public async Task Schema_NewerThanThePackage_IsRefusedEverywhere()
    {
        await using var store = await _file.OpenAsync();
        var driver = new LedgerDriver(store);
        var prepared = await driver.PrepareAsync(Shop.Opening, Shop.Founding("A"));
        await UpgradeAsync(_file, new Migrator(Migrations.All.Add(Second)));

        Assert.False((await store.GetSchemaAsync()).IsCurrent);
        await Assert.ThrowsAsync<SchemaVersionException>(() => store.EnsureSchemaAsync().AsTask());
        await Assert.ThrowsAsync<SchemaVersionException>(() => store.OpenLedgerAsync(StoreFile.Definition).AsTask());
        await Assert.ThrowsAsync<SchemaVersionException>(() => driver.TryCommitAsync(prepared));
    }

    [Fact]
    public async Task Schema_NotMade_IsRefusedWithAdvice()
    {
        await using var store = _file.Store();

        Assert.Equal(new SchemaStatus(0, 1), await store.GetSchemaAsync());
        var opening = await Assert.ThrowsAsync<SchemaVersionException>(
            () => store.OpenLedgerAsync(StoreFile.Definition).AsTask());
        await using var reader = await store.ReadAsync(1);
        var reading = await Assert.ThrowsAsync<SchemaVersionException>(() => reader.GetLedgerAsync().AsTask());

        Assert.Contains("EnsureSchemaAsync", opening.Message, StringComparison.Ordinal);
        Assert.Contains("EnsureSchemaAsync", reading.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnsureSchema_ByManyStoresAtOnce_MakesItOnce()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var store = _file.Store();
            await store.EnsureSchemaAsync();
        })));

        Assert.Equal(1, _file.Scalar("SELECT count(*) FROM inventory_schema"));
    }

    [Fact]
    public async Task Script_RunByAnotherTool_MakesTheSameSchema()
    {
        await using var store = _file.Store(options => options.TablePrefix = "shop_");
        _file.Run(store.GetSchemaScript());

        Assert.True((await store.GetSchemaAsync()).IsCurrent);
        await store.OpenLedgerAsync(StoreFile.Definition);
        Assert.Equal(0, _file.Scalar("SELECT count(*) FROM sqlite_schema WHERE name LIKE '%inventory%'"));
        Assert.Equal(1, _file.Scalar("SELECT count(*) FROM shop_ledger"));
    }

    [Fact]
    public async Task Prefixes_KeepTwoStoresInOneFileApart()
    {
        await using var one = await _file.OpenAsync();
        await using var two = await _file.OpenAsync(options => options.TablePrefix = "other_");
        await new LedgerDriver(one).CommitAsync(Shop.Opening, Shop.Founding("A"));

        await using var reader = await two.ReadAsync(1);

        Assert.Empty(await reader.FindSkusAsync(["A"]));
    }

    private static async Task<int> CountStatementsAsync()
    {
        using var file = new StoreFile();
        var count = 0;
        await UpgradeAsync(file, new Migrator(Migrations.All, () => count++));
        return count;
    }

    // The files are copied in the middle of the transaction: that is what a process killed there leaves behind.
    private static async Task<string> KillAfterAsync(StoreFile file, int statement, ImmutableArray<Migration> steps)
    {
        var killed = await Assert.ThrowsAsync<KilledException>(() => UpgradeAsync(file, new Migrator(steps, () =>
        {
            if (--statement == 0)
            {
                throw new KilledException(file.Copy("killed.db"));
            }
        })));
        return killed.Message;
    }

    private static async Task UpgradeAsync(StoreFile file, Migrator migrator)
    {
        var writer = new WriterSlot(new Settings(new SqliteOptions { ConnectionString = file.ConnectionString }));
        await migrator.UpgradeAsync(writer, CancellationToken.None);
        writer.Shut();
    }

    private sealed class KilledException(string message) : Exception(message);
}
