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
        using (var names = new RawStatement(
            connection, "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name <> 'inventory_schema'"))
        {
            while (names.Step())
            {
                tables.Add(names.Text(0));
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
        using var statement = new RawStatement(connection, sql);
        var number = statement.Step() ? statement.Long(0) : 0;
        statement.Reset();
        return number;
    }
}
