using Inventory.Storage;
using Inventory.Valuation;
using Microsoft.Data.Sqlite;

namespace Inventory.Sqlite.Tests.Support;

/// <summary>A database file of one test, in a folder of its own.</summary>
internal sealed class StoreFile : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("inventory-sqlite-");

    public string Path => System.IO.Path.Combine(_folder.FullName, "stock.db");

    public string ConnectionString => $"Data Source={Path}";

    public static LedgerDefinition Definition { get; } = new(
        "main", Currency.Eur, CostScale: 4, RequireActor: false,
        [new BookDefinition(1, "statutory", CostMethod.Fifo, IsInline: false),
         new BookDefinition(2, "average", CostMethod.MovingAverage, IsInline: false)]);

    public SqliteStore Store(Action<SqliteOptions>? configure = null)
    {
        var options = new SqliteOptions { ConnectionString = ConnectionString };
        configure?.Invoke(options);
        return new SqliteStore(options);
    }

    /// <summary>A store with its schema and the ledger 1.</summary>
    public async Task<SqliteStore> OpenAsync(Action<SqliteOptions>? configure = null)
    {
        var store = Store(configure);
        await store.EnsureSchemaAsync();
        await store.OpenLedgerAsync(Definition);
        return store;
    }

    /// <summary>A connection past the store, as a person with a tool has it.</summary>
    public SqliteConnection Connect(string? path = null)
    {
        var connection = new SqliteConnection($"Data Source={path ?? Path};Pooling=False;Foreign Keys=False");
        connection.Open();
        return connection;
    }

    public void Run(string sql)
    {
        using var connection = Connect();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public long Scalar(string sql, string? path = null)
    {
        using var connection = Connect(path);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar());
    }

    /// <summary>A copy of the files as they lie on disk, which is what a kill would leave.</summary>
    public string Copy(string name)
    {
        var target = System.IO.Path.Combine(_folder.FullName, name);
        foreach (var suffix in new[] { "", "-wal" })
        {
            if (File.Exists(Path + suffix))
            {
                File.Copy(Path + suffix, target + suffix);
            }
        }

        return target;
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
