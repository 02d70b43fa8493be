using Inventory.CrashWorker;
using Inventory.Storage;
using Inventory.Verification;
using Microsoft.Data.Sqlite;

namespace Inventory.Sqlite.Tests.Corruption;

/// <summary>
/// Copies of a complete ledger, edited past the library as a person with a tool would, and what becomes of them.
/// </summary>
public sealed class EditedFile : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inventory-edited-");
    private byte[] _whole = [];
    private int _copies;

    public async ValueTask InitializeAsync()
    {
        var path = Path.Combine(_folder.FullName, "whole.db");
        await CompleteLedger.BuildAsync(path);
        using (var connection = Connect(path))
        {
            new SqliteCommand("PRAGMA wal_checkpoint(TRUNCATE)", connection).ExecuteNonQuery();
        }

        _whole = await File.ReadAllBytesAsync(path);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    /// <summary>The unedited file, to look at.</summary>
    public SqliteConnection Look()
    {
        var connection = Connect(Copy());
        new SqliteCommand("PRAGMA query_only = 1", connection).ExecuteNonQuery();
        return connection;
    }

    /// <summary>Edits a copy, opens and verifies it.</summary>
    /// <returns>
    /// The findings; a refusal to open is one, too. Null when the file does not allow the edit at all.
    /// </returns>
    internal async Task<IReadOnlyList<Finding>?> VerifyAsync(Action<SqliteConnection> edit)
    {
        var path = Copy();
        try
        {
            using (var connection = Connect(path))
            {
                edit(connection);
            }
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode == SQLitePCL.raw.SQLITE_CONSTRAINT)
        {
            File.Delete(path);
            return null;
        }

        await using var store = SharedLedger.Store(path);
        IInventory inventory;
        try
        {
            inventory = await SharedLedger.OpenAsync(store);
        }
        catch (Exception refused) when (refused
            is InventoryCorruptionException or InventoryStoreException or ArgumentException)
        {
            return [new Finding("refused", "on opening", refused.Message)];
        }

        await using (inventory)
        {
            return (await inventory.VerifyAsync()).Findings;
        }
    }

    private static SqliteConnection Connect(string path)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=False");
        connection.Open();
        const string Careless = "PRAGMA ignore_check_constraints = 1; PRAGMA synchronous = OFF";
        new SqliteCommand(Careless, connection).ExecuteNonQuery();
        return connection;
    }

    private string Copy()
    {
        var path = Path.Combine(_folder.FullName, $"copy-{++_copies}.db");
        File.WriteAllBytes(path, _whole);
        return path;
    }
}
