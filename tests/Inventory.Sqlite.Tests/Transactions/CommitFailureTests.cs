using Inventory.Sqlite.Connections;
using Inventory.Sqlite.Tests.Support;
using Inventory.Storage;
using Inventory.TestSupport;

namespace Inventory.Sqlite.Tests.Transactions;

/// <summary>
/// A COMMIT that fails on a real file: either it is certain that nothing was written, or it is said to be unknown.
/// </summary>
[Capability("INT-10"), Capability("MOV-19")]
public sealed class CommitFailureTests : IDisposable
{
    private readonly StoreFile _file = new();

    public void Dispose() => _file.Dispose();

    [Fact]
    public async Task ForeignKey_ThatTheCommitFindsBroken_RollsBack()
    {
        await using var store = await _file.OpenAsync();
        var driver = new LedgerDriver(store);
        await driver.CommitAsync(Shop.Opening, Shop.Founding("A"));
        HostTables.Create(_file);
        var before = Dump.Of(_file);
        var prepared = await driver.PrepareAsync(Shop.Opening, Shop.Receipt("r", "A", 10));

        var failure = await Assert.ThrowsAsync<InventoryStoreException>(async () =>
        {
            await using var writer = (Sqlite.Transactions.SqliteWriter)await store.WriteAsync(1);
            Assert.True(await writer.TryWriteAsync(prepared.Batch, prepared.Records));
            writer.Connection.Run("INSERT INTO host_child VALUES (77)");
            await writer.CommitAsync();
        });

        Assert.False(failure.IsTransient);
        Assert.Equal(before, Dump.Of(_file));
        await driver.CommitAsync(Shop.Opening, Shop.Receipt("r", "A", 10));
    }

    [Fact]
    public void Reader_ThatHoldsTheFileWhileTheCommitNeedsIt_RollsBackAndMayPass()
    {
        // In write-ahead mode no reader can stop a commit; in the older mode it can.
        var options = new SqliteOptions { ConnectionString = _file.ConnectionString, BusyTimeout = TimeSpan.Zero };
        using var writer = Connection.OpenWriter(new Settings(options));
        writer.Run("PRAGMA journal_mode = DELETE");
        writer.Run("CREATE TABLE t (n INTEGER) STRICT");
        using var reader = _file.Connect();
        Execute("BEGIN");
        Execute("SELECT count(*) FROM t");
        Assert.True(writer.TryBeginWrite());
        writer.Run("INSERT INTO t VALUES (1)");

        var failure = Assert.Throws<InventoryStoreException>(writer.Commit);

        Assert.True(failure.IsTransient);
        Assert.False(writer.IsInTransaction);
        Execute("COMMIT");
        Assert.Equal(0, _file.Scalar("SELECT count(*) FROM t"));
        Assert.True(writer.TryBeginWrite());
        writer.Run("INSERT INTO t VALUES (1)");
        writer.Commit();
        Assert.Equal(1, _file.Scalar("SELECT count(*) FROM t"));

        void Execute(string sql)
        {
            using var command = reader.CreateCommand();
            command.CommandText = sql;
            command.ExecuteScalar();
        }
    }

    [Theory]
    [InlineData(Break.Full, false)]
    [InlineData(Break.Unwritable, true)]
    [InlineData(Break.Unsynchronisable, true)]
    public async Task Log_ThatCannotBeWritten_FailsTheCommit(Break how, bool isUnknown)
    {
        Assert.SkipUnless(BrokenFile.IsSupported, "Files are broken by means of Linux.");
        await using var store = _file.Store();
        await store.EnsureSchemaAsync();
        var log = BrokenLog.Of(_file);
        await store.OpenLedgerAsync(StoreFile.Definition);
        var driver = new LedgerDriver(store);
        await driver.CommitAsync(Shop.Opening, Shop.Founding("A"));
        var prepared = await driver.PrepareAsync(Shop.Opening, Shop.Receipt("r", "A", 10));

        InventoryStoreException failure;
        using (log.Break(how))
        {
            failure = await Assert.ThrowsAnyAsync<InventoryStoreException>(() => driver.TryCommitAsync(prepared));
        }

        Assert.Equal(isUnknown, failure is CommitOutcomeUnknownException);
        Assert.Equal(!isUnknown, failure.IsTransient);
        Assert.Contains(how == Break.Full ? "disk is full" : "could not be", failure.Message, StringComparison.Ordinal);
        Assert.Equal(0, _file.Scalar("SELECT count(*) FROM inventory_command WHERE key_text = 'r'"));
        Assert.True(await driver.TryCommitAsync(prepared));
        Assert.Equal(1, _file.Scalar("SELECT count(*) FROM inventory_command WHERE key_text = 'r'"));
    }
}
