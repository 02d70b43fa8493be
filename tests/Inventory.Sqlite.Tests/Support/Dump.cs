using System.Globalization;
using System.Text;

namespace Inventory.Sqlite.Tests.Support;

/// <summary>All rows of all tables as text, to compare two states of a file.</summary>
internal static class Dump
{
    public static string Of(StoreFile file)
    {
        using var connection = file.Connect();
        var text = new StringBuilder();
        foreach (var table in Column("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name"))
        {
            text.AppendLine(table);
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM {table}";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                var values = Enumerable.Range(0, reader.FieldCount).Select(reader.GetValue)
                    .Select(value => value is byte[] bytes
                        ? Convert.ToHexString(bytes) : Convert.ToString(value, CultureInfo.InvariantCulture));
                text.AppendLine(string.Join('|', values));
            }
        }

        return text.ToString();

        List<string> Column(string sql)
        {
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var names = new List<string>();
            while (reader.Read())
            {
                names.Add(reader.GetString(0));
            }

            return names;
        }
    }
}
