using System.Buffers;
using System.Text;
using System.Text.Json;
using Inventory.Commands;
using Inventory.Storage;
using SQLitePCL;

namespace Inventory.Sqlite.Connections;

/// <summary>
/// A prepared statement, lent by its connection; disposing it gives it back. Parameters are numbered from 1, columns
/// from 0.
/// </summary>
/// <remarks>
/// Bound values stay from one execution to the next, and what is bound already is not handed to SQLite again: most
/// columns of a batch's rows are the same from row to row.
/// </remarks>
internal sealed class Statement(Connection connection, sqlite3_stmt handle) : IDisposable
{
    private const int StackBytes = 512;

    private readonly BoundValue[] _bound = new BoundValue[raw.sqlite3_bind_parameter_count(handle) + 1];

    /// <summary>The next idle statement of the same text; the connection's own.</summary>
    public Statement? NextIdle { get; set; }

    /// <summary>Whether somebody has it.</summary>
    public bool IsLent { get; set; }

    public string Sql { get; init; } = string.Empty;

    public Statement Bind(int index, long value)
    {
        ref var bound = ref _bound[index];
        if (!bound.Is(value))
        {
            bound = default;
            Check(raw.sqlite3_bind_int64(handle, index, value));
            bound = BoundValue.Of(value);
        }

        return this;
    }

    public Statement Bind(int index, bool value) => Bind(index, value ? 1L : 0L);

    public Statement Bind(int index, long? value) => value is { } some ? Bind(index, some) : BindNull(index);

    public Statement Bind(int index, Digest value)
    {
        Span<byte> bytes = stackalloc byte[Commands.Digest.Size];
        value.CopyTo(bytes);
        _bound[index] = default;
        Check(raw.sqlite3_bind_blob(handle, index, bytes));
        return this;
    }

    public Statement Bind(int index, ReadOnlySpan<byte> value)
    {
        _bound[index] = default;

        // A null pointer, which is what an empty span has, would bind NULL.
        Check(
            value.IsEmpty ? raw.sqlite3_bind_zeroblob(handle, index, 0) : raw.sqlite3_bind_blob(handle, index, value));
        return this;
    }

    public Statement Bind(int index, string? value)
    {
        if (value is null)
        {
            return BindNull(index);
        }

        ref var bound = ref _bound[index];
        if (!bound.Is(value))
        {
            bound = default;
            BindText(index, value);
            bound = BoundValue.Of(value);
        }

        return this;
    }

    /// <summary>Moves to the next row of the answer, and counts it as read.</summary>
    /// <returns>False after the last row; the statement can then be bound and stepped again.</returns>
    public bool Step()
    {
        switch (raw.sqlite3_step(handle))
        {
            case raw.SQLITE_ROW:
                connection.RowsRead++;
                return true;
            case raw.SQLITE_DONE:
                Reset();
                return false;
            case var code:
                throw Failure(code);
        }
    }

    /// <summary>Executes a change.</summary>
    /// <returns>How many rows it changed.</returns>
    public int Execute()
    {
        var code = raw.sqlite3_step(handle);
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            throw Failure(code);
        }

        Reset();
        return raw.sqlite3_changes(connection.Handle);
    }

    /// <summary>Executes what changes no row.</summary>
    /// <returns>SQLite's code, extended where it is a failure.</returns>
    public int TryExecute()
    {
        var code = raw.sqlite3_step(handle);
        Reset();
        return code == raw.SQLITE_DONE ? raw.SQLITE_OK : StoreErrors.Extended(connection.Handle, code);
    }

    /// <summary>Executes a change of one row that returns a number.</summary>
    /// <returns>The number; null when no row was changed.</returns>
    public long? ExecuteForNumber()
    {
        var code = raw.sqlite3_step(handle);
        if (code is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            throw Failure(code);
        }

        long? number = code == raw.SQLITE_ROW ? Long(0) : null;
        Reset();
        return number;
    }

    /// <summary>Makes it ready to be stepped again from the start.</summary>
    public void Reset() => raw.sqlite3_reset(handle);

    public long Long(int column) => raw.sqlite3_column_int64(handle, column);

    public int Int(int column) => checked((int)Long(column));

    public bool Flag(int column) => Long(column) switch
    {
        0 => false,
        1 => true,
        var other => throw new FormatException($"A flag is 0 or 1, not {other}."),
    };

    public bool IsNull(int column) => raw.sqlite3_column_type(handle, column) == raw.SQLITE_NULL;

    public long? OptionalLong(int column) => IsNull(column) ? null : Long(column);

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(handle, column));

    public string? OptionalText(int column) => IsNull(column) ? null : Text(column);

    public byte[] Blob(int column) => raw.sqlite3_column_blob(handle, column).ToArray();

    public Digest Digest(int column) => Commands.Digest.FromBytes(raw.sqlite3_column_blob(handle, column));

    /// <summary>Reads the row it stands on.</summary>
    /// <exception cref="InventoryCorruptionException">The row has values that nobody writes.</exception>
    public T Read<T>(Func<Statement, T> read)
    {
        try
        {
            return read(this);
        }
        catch (Exception damage) when (damage
            is ArgumentException or FormatException or ArithmeticException
            or JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new InventoryCorruptionException($"The row with {Describe()} cannot be read: {damage.Message}",
                damage);
        }
    }

    public void Dispose() => connection.TakeBack(this);

    internal void FinalizeHandle() => handle.Dispose();

    // Queries begin with the columns of the key.
    private string Describe() =>
        string.Join(", ", Enumerable.Range(0, Math.Min(3, raw.sqlite3_column_count(handle))).Select(
        column => $"{raw.sqlite3_column_name(handle, column).utf8_to_string()} {raw.sqlite3_column_text(handle, column).utf8_to_string()}"));

    private Statement BindNull(int index)
    {
        ref var bound = ref _bound[index];
        if (!bound.IsNull)
        {
            bound = default;
            Check(raw.sqlite3_bind_null(handle, index));
            bound = BoundValue.Null;
        }

        return this;
    }

    private void BindText(int index, string value)
    {
        if (value.Length == 0)
        {
            Check(raw.sqlite3_bind_text(handle, index, utf8z.FromSpan("\0"u8)));
            return;
        }

        var length = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (length <= StackBytes)
        {
            Span<byte> bytes = stackalloc byte[StackBytes];
            Check(raw.sqlite3_bind_text(handle, index, bytes[..Encoding.UTF8.GetBytes(value, bytes)]));
            return;
        }

        var rented = ArrayPool<byte>.Shared.Rent(length);
        var written = Encoding.UTF8.GetBytes(value, rented);
        var code = raw.sqlite3_bind_text(handle, index, rented.AsSpan(0, written));
        ArrayPool<byte>.Shared.Return(rented);
        Check(code);
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            throw Failure(code);
        }
    }

    private InventoryStoreException Failure(int code)
    {
        var failure = StoreErrors.From(connection.Handle, code);
        Reset();
        return failure;
    }
}
