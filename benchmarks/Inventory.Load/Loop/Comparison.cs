using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Inventory.Load.Loop;

/// <summary>
/// Holds two databases against each other, table by table: the proof that both sides wrote the same rows.
/// </summary>
internal static class Comparison
{
    /// <summary>Names of tables that differ, with how many rows do; empty when all are equal.</summary>
    public static IReadOnlyList<string> Of(string one, string other)
    {
        using var connection = new SqliteConnection($"Data Source={one};Pooling=False");
        connection.Open();
        Scalar(connection, $"ATTACH DATABASE '{other.Replace("'", "''", StringComparison.Ordinal)}' AS other");
        var tables = new List<string>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText =
                "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name <> 'inventory_schema'";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                tables.Add(reader.GetString(0));
            }
        }

        return
        [
            .. from table in tables
            let missing = Scalar(connection,
                $"SELECT count(*) FROM (SELECT * FROM main.{table} EXCEPT SELECT * FROM other.{table})")
            let added = Scalar(connection,
                $"SELECT count(*) FROM (SELECT * FROM other.{table} EXCEPT SELECT * FROM main.{table})")
            where missing + added > 0
            select string.Create(CultureInfo.InvariantCulture, $"{table}: {missing} missing, {added} different"),
        ];
    }

    private static long Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() is long number ? number : 0;
    }
}
