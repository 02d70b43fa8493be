using Microsoft.Data.Sqlite;

namespace Inventory.Load.Loop;

/// <summary>
/// The bar to measure against: writes rows that are ready in memory, with single-row prepared statements on the
/// native handle, in the library's own transactions.
/// </summary>
/// <remarks>
/// It does: the same inserts and updates into the same schema, the same indexes and constraints, a sync for each
/// transaction. It does not: make commands, look keys up, decide, cost, hash, encode, read anything, answer anybody.
/// </remarks>
internal static class PreparedLoop
{
    public static void Run(string path, Recording recording)
    {
        using var connection = Open(path);
        var statements = new Dictionary<RowBuffer, RawStatement>();
        using var begin = new RawStatement(connection, "BEGIN IMMEDIATE");
        using var commit = new RawStatement(connection, "COMMIT");
        foreach (var batch in recording.Batches)
        {
            begin.Execute();
            foreach (var (rows, row) in batch)
            {
                if (!statements.TryGetValue(rows, out var statement))
                {
                    statements.Add(rows, statement = new RawStatement(connection, rows.Sql));
                }

                rows.Bind(statement, row);
                if (statement.Execute() != 1)
                {
                    throw new InvalidOperationException($"Not one row: {rows.Sql}");
                }
            }

            commit.Execute();
        }

        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }
    }

    /// <summary>A connection with the settings of the library's writer.</summary>
    public static SqliteConnection Open(string path)
    {
        var options = new Sqlite.SqliteOptions();
        var connection = new SqliteConnection($"Data Source={path};Pooling=False;Foreign Keys=True");
        connection.Open();
        foreach (var pragma in new[]
        {
            "busy_timeout = 60000", "journal_mode = WAL", "synchronous = FULL",
            FormattableString.Invariant($"wal_autocheckpoint = {options.WalAutoCheckpointPages}"),
            FormattableString.Invariant($"cache_size = -{options.WriterCacheKibibytes}"),
        })
        {
            using var statement = new RawStatement(connection, $"PRAGMA {pragma}");
            statement.Execute();
        }

        return connection;
    }
}
