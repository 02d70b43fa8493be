using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Inventory.Load.Loop;

/// <summary>A prepared statement on the native handle: what somebody who counts microseconds writes by hand.</summary>
internal sealed class RawStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _handle;

    public RawStatement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle!;
        var code = raw.sqlite3_prepare_v3(_connection, sql, raw.SQLITE_PREPARE_PERSISTENT, out _handle);
        if (code != raw.SQLITE_OK)
        {
            throw new InvalidOperationException($"{raw.sqlite3_errmsg(_connection).utf8_to_string()}: {sql}");
        }
    }

    public RawStatement Bind(int index, long value)
    {
        raw.sqlite3_bind_int64(_handle, index, value);
        return this;
    }

    public RawStatement BindNull(int index)
    {
        raw.sqlite3_bind_null(_handle, index);
        return this;
    }

    public RawStatement BindBlob(int index, ReadOnlySpan<byte> value)
    {
        raw.sqlite3_bind_blob(_handle, index, value);
        return this;
    }

    public RawStatement BindText(int index, ReadOnlySpan<byte> utf8)
    {
        // An empty span has no address, which would bind NULL.
        raw.sqlite3_bind_text(_handle, index, utf8.IsEmpty ? "\0"u8[..0] : utf8);
        return this;
    }

    public bool Step()
    {
        var code = raw.sqlite3_step(_handle);
        return code switch
        {
            raw.SQLITE_ROW => true,
            raw.SQLITE_DONE => Done(),
            _ => throw new InvalidOperationException(raw.sqlite3_errmsg(_connection).utf8_to_string()),
        };
    }

    /// <summary>Executes a change; returns how many rows it changed.</summary>
    public int Execute()
    {
        while (Step())
        {
            // A change returns no rows.
        }

        return raw.sqlite3_changes(_connection);
    }

    public void Reset() => raw.sqlite3_reset(_handle);

    public bool IsNull(int column) => raw.sqlite3_column_type(_handle, column) == raw.SQLITE_NULL;

    public long Long(int column) => raw.sqlite3_column_int64(_handle, column);

    public string Text(int column) => raw.sqlite3_column_text(_handle, column).utf8_to_string();

    public ReadOnlySpan<byte> Bytes(int column) => raw.sqlite3_column_blob(_handle, column);

    public void Dispose() => _handle.Dispose();

    private bool Done()
    {
        raw.sqlite3_reset(_handle);
        return false;
    }
}
