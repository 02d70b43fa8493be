using Microsoft.Data.Sqlite;

namespace Inventory.Sqlite.Tests.Corruption;

/// <summary>A table as the file itself describes it, with its rows in the order of the key.</summary>
internal sealed class TableRows
{
    private TableRows(string name) => Name = name;

    public string Name { get; }

    public List<(string Name, bool IsNullable)> Columns { get; } = [];

    /// <summary>Which columns make the key.</summary>
    public List<int> Key { get; } = [];

    public List<object?[]> Rows { get; } = [];

    /// <summary>The names of all tables of a schema.</summary>
    public static IEnumerable<string> Names(SqliteConnection connection)
    {
        // SQLite's own are not the ledger's.
        const string Tables =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name";
        using var reader = new SqliteCommand(Tables, connection).ExecuteReader();
        while (reader.Read())
        {
            yield return reader.GetString(0);
        }
    }

    public static TableRows Read(SqliteConnection connection, string name)
    {
        var table = new TableRows(name);
        var key = new SortedDictionary<int, int>();
        var columns = $"SELECT name, \"notnull\", pk FROM pragma_table_info('{name}') ORDER BY cid";
        using (var info = new SqliteCommand(columns, connection).ExecuteReader())
        {
            while (info.Read())
            {
                table.Columns.Add((info.GetString(0), info.GetInt32(1) == 0));
                if (info.GetInt32(2) > 0)
                {
                    key.Add(info.GetInt32(2), table.Columns.Count - 1);
                }
            }
        }

        table.Key.AddRange(key.Values);
        var order = string.Join(", ", table.Key.Select(column => table.Columns[column].Name));
        using var rows = new SqliteCommand($"SELECT * FROM {name} ORDER BY {order}", connection).ExecuteReader();
        while (rows.Read())
        {
            var values = Enumerable.Range(0, rows.FieldCount).Select(i => rows.IsDBNull(i) ? null : rows.GetValue(i));
            table.Rows.Add([.. values]);
        }

        return table;
    }

    public int Column(string name) => Columns.FindIndex(column => column.Name == name);

    /// <summary>The row in words: its key.</summary>
    public string Describe(object?[] row) =>
        string.Join(' ', Key.Select(column => $"{Columns[column].Name} {row[column]}"));

    public void Update(SqliteConnection connection, object?[] row, int column, object? value) => Run(
        connection, $"UPDATE {Name} SET {Columns[column].Name} = $value WHERE {Where()}",
        [.. Bound(row), ("$value", value)]);

    public void Delete(SqliteConnection connection, object?[] row) =>
        Run(connection, $"DELETE FROM {Name} WHERE {Where()}", Bound(row));

    public void Insert(SqliteConnection connection, object?[] row) => Run(
        connection, $"INSERT INTO {Name} VALUES ({string.Join(", ", row.Select((_, i) => $"$v{i}"))})",
        [.. row.Select((value, i) => ($"$v{i}", value))]);

    private static void Run(
        SqliteConnection connection, string sql, IEnumerable<(string Name, object? Value)> parameters)
    {
        using var command = new SqliteCommand(sql, connection);
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        }

        Assert.Equal(1, command.ExecuteNonQuery());
    }

    private string Where() => string.Join(" AND ", Key.Select(column => $"{Columns[column].Name} = $k{column}"));

    private IEnumerable<(string Name, object? Value)> Bound(object?[] row) =>
        Key.Select(column => ($"$k{column}", row[column]));
}
