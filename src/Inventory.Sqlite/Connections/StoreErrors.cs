using System.Globalization;
using Inventory.Storage;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Inventory.Sqlite.Connections;

/// <summary>The one place where failures of SQLite become failures of a store.</summary>
internal static class StoreErrors
{
    /// <summary>The failure that a call on a raw handle ended with.</summary>
    public static InventoryStoreException From(sqlite3 handle, int code)
    {
        var extended = Extended(handle, code);
        return From(new SqliteException(raw.sqlite3_errmsg(handle).utf8_to_string(), Primary(extended), extended));
    }

    /// <summary>What is known in more detail about the code that a call ended with.</summary>
    public static int Extended(sqlite3 handle, int code)
    {
        // The handle's code belongs to its last call, which need not be the one that failed.
        var extended = raw.sqlite3_extended_errcode(handle);
        return Primary(extended) == Primary(code) ? extended : code;
    }

    /// <summary>The failure behind an exception of the provider.</summary>
    public static InventoryStoreException From(SqliteException cause)
    {
        if (IsMissingTable(cause))
        {
            return new SchemaVersionException(
                $"The schema is not there or not complete ({cause.Message}): call EnsureSchemaAsync once.",
                cause);
        }

        var (transient, text) = Explain(cause);
        var code = cause.SqliteExtendedErrorCode.ToString(CultureInfo.InvariantCulture);
        return new InventoryStoreException($"{text} SQLite says: {cause.Message} (code {code}).", transient, cause);
    }

    /// <summary>Runs a call of the provider or of a mapper above it.</summary>
    public static T Map<T>(Func<T> call)
    {
        try
        {
            return call();
        }
        catch (SqliteException failure)
        {
            throw From(failure);
        }
    }

    /// <summary>What a failed COMMIT means.</summary>
    /// <param name="failure">The failure.</param>
    /// <param name="isRolledBack">Whether the transaction is certainly gone from this connection.</param>
    /// <remarks>
    /// A log that could not be synchronised may still reach the disk with its commit mark, and a reader after a crash
    /// would then find it. Only failures before that mark is written are certain.
    /// </remarks>
    public static InventoryStoreException OnCommit(InventoryStoreException failure, bool isRolledBack) =>
        isRolledBack && failure.InnerException is SqliteException cause && IsBeforeTheMark(cause.SqliteErrorCode)
            ? failure
            : new CommitOutcomeUnknownException(
                "The commit was sent, but its outcome is not known: send the commands again with the same keys. "
                + failure.Message,
                failure.InnerException);

    /// <summary>Whether another writer holds the lock.</summary>
    public static bool IsBusy(int code) => Primary(code) is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;

    /// <summary>Nobody else ended their writing in time.</summary>
    public static WriteLockException LockTimeout(TimeSpan waited) => new(
        $"Another writer held the database for {waited.TotalSeconds.ToString(CultureInfo.InvariantCulture)} seconds. "
        + "Nothing was written. If this call was made while the caller itself was writing, end that first; "
        + "else send the commands again, with the same keys.",
        isTransient: true);

    /// <summary>A transaction that began by reading sees a state that is past, and can never write.</summary>
    public static WriteLockException Outdated() => new(
        "The host's transaction read the database before another writer changed it, and cannot write any more. "
        + "Nothing was written. Roll it back and begin it as a writing one: BeginTransaction() without deferred.");

    /// <summary>Whether a reading transaction cannot become a writing one, however long it waits.</summary>
    public static bool IsOutdated(int extended) => extended == raw.SQLITE_BUSY_SNAPSHOT;

    /// <summary>Whether a row of this unique index existed.</summary>
    public static bool IsUniqueViolation(InventoryStoreException failure) =>
        failure.InnerException is SqliteException
        {
            SqliteExtendedErrorCode: raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY,
        };

    private static (bool Transient, string Text) Explain(SqliteException cause) => Primary(cause.SqliteErrorCode) switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => (true, "Another writer holds the database; try again."),
        raw.SQLITE_FULL => (true, "The disk is full; nothing was written. Free space and try again."),
        raw.SQLITE_IOERR or raw.SQLITE_PROTOCOL => (true, "The file could not be read or written."),
        raw.SQLITE_NOMEM => (true, "There was not enough memory."),
        raw.SQLITE_INTERRUPT or raw.SQLITE_SCHEMA => (true, "The statement was interrupted; try again."),
        raw.SQLITE_READONLY or raw.SQLITE_PERM or raw.SQLITE_AUTH => (false, "The file may not be written."),
        raw.SQLITE_CANTOPEN => (false, "The file cannot be opened: check its path and rights."),
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => (false, "The file is damaged or no database: restore a backup."),
        raw.SQLITE_CONSTRAINT => (false, Refused(cause.SqliteExtendedErrorCode)),
        raw.SQLITE_MISMATCH => (false, "A value does not fit its column."),
        raw.SQLITE_TOOBIG => (false, "A text or answer is longer than the database can store."),
        _ => (false, "The database failed."),
    };

    private static string Refused(int extended) => extended switch
    {
        raw.SQLITE_CONSTRAINT_CHECK => "The schema refused a row that cannot be true; nothing was written.",
        raw.SQLITE_CONSTRAINT_UNIQUE or raw.SQLITE_CONSTRAINT_PRIMARYKEY =>
            "A row with this key exists already; nothing was written.",
        // STRICT tables: a sum beyond 64 bits would become a floating-point number.
        ConstraintDatatype => "A number is more than the ledger can hold; nothing was written.",
        _ => "The schema refused a row; nothing was written.",
    };

    private static bool IsMissingTable(SqliteException cause) =>
        cause.SqliteErrorCode == raw.SQLITE_ERROR
        && (cause.Message.Contains("no such table", StringComparison.Ordinal)
            || cause.Message.Contains("no such column", StringComparison.Ordinal));

    private static bool IsBeforeTheMark(int primary) => primary
        is raw.SQLITE_BUSY or raw.SQLITE_LOCKED or raw.SQLITE_FULL or raw.SQLITE_CONSTRAINT or raw.SQLITE_READONLY
        or raw.SQLITE_ERROR or raw.SQLITE_MISUSE;

    private static int Primary(int code) => code & 0xFF;

    // SQLITE_CONSTRAINT_DATATYPE, which the binding does not name.
    private const int ConstraintDatatype = 19 | (12 << 8);
}
