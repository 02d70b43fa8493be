using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Inventory.Load.Loop;

/// <summary>
/// Rows in memory together with the statement that writes them, so that the loop has nothing left to think about.
/// </summary>
/// <param name="sql">The statement; its parameters are the columns in order.</param>
/// <param name="kinds">One letter per column: <c>i</c> an integer, <c>t</c> a text, <c>b</c> a blob.</param>
internal sealed class RowBuffer(string sql, string kinds)
{
    private const long Null = long.MinValue;
    private const int LengthBits = 24;

    private readonly List<long> _cells = [];
    private readonly List<byte> _bytes = [];

    public string Sql => sql;

    public int Count => _cells.Count / kinds.Length;

    public long this[int row, int column] => _cells[row * kinds.Length + column];

    /// <summary>A buffer of rows that are inserted as they stand in a table of a finished database.</summary>
    public static RowBuffer Of(SqliteConnection finished, string table, string? order = null)
    {
        var columns = new List<string>();
        var kinds = string.Empty;
        using var about = new RawStatement(
            finished, $"SELECT name, type FROM pragma_table_info('inventory_{table}') ORDER BY cid");
        while (about.Step())
        {
            columns.Add(about.Text(0));
            kinds += about.Text(1) switch { "TEXT" => 't', "BLOB" => 'b', _ => 'i' };
        }

        var names = string.Join(", ", columns);
        var parameters = string.Join(", ", columns.Select((_, index) => FormattableString.Invariant($"?{index + 1}")));
        var buffer = new RowBuffer($"INSERT INTO inventory_{table} ({names}) VALUES ({parameters})", kinds);
        buffer.Read(finished, $"SELECT {names} FROM inventory_{table}"
            + (order is null ? string.Empty : $" ORDER BY {order}"));
        return buffer;
    }

    public int Add(params ReadOnlySpan<long> row)
    {
        foreach (var cell in row)
        {
            _cells.Add(cell);
        }

        return Count - 1;
    }

    /// <summary>Keeps bytes; returns what stands for them in a row.</summary>
    public long Keep(ReadOnlySpan<byte> bytes)
    {
        var at = _bytes.Count;
        _bytes.AddRange(bytes);
        return ((long)at << LengthBits) | (uint)bytes.Length;
    }

    public ReadOnlySpan<byte> Bytes(long cell) =>
        CollectionsMarshal.AsSpan(_bytes).Slice((int)(cell >> LengthBits), (int)(cell & ((1 << LengthBits) - 1)));

    public void Bind(RawStatement statement, int row)
    {
        var cells = CollectionsMarshal.AsSpan(_cells).Slice(row * kinds.Length, kinds.Length);
        for (var column = 0; column < cells.Length; column++)
        {
            var cell = cells[column];
            _ = cell == Null ? statement.BindNull(column + 1)
                : kinds[column] == 'i' ? statement.Bind(column + 1, cell)
                : kinds[column] == 't' ? statement.BindText(column + 1, Bytes(cell))
                : statement.BindBlob(column + 1, Bytes(cell));
        }
    }

    private void Read(SqliteConnection finished, string select)
    {
        using var rows = new RawStatement(finished, select);
        while (rows.Step())
        {
            for (var column = 0; column < kinds.Length; column++)
            {
                _cells.Add(rows.IsNull(column) ? Null : kinds[column] == 'i' ? rows.Long(column)
                    : Keep(rows.Bytes(column)));
            }
        }
    }
}
