using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Inventory.Sqlite.Connections;

/// <summary>One open connection with its prepared statements. Used by one transaction at a time.</summary>
internal sealed class Connection : IDisposable
{
    // Texts of statements are constants, so the reference finds them and no text is hashed.
    private readonly Dictionary<string, Statement?> _idle = new(ReferenceEqualityComparer.Instance);
    private readonly List<Statement> _statements = [];
    private readonly Settings _settings;
    private readonly bool _isHosts;

    private Connection(Settings settings, SqliteConnection provider, bool isHosts = false)
    {
        _settings = settings;
        _isHosts = isHosts;
        Provider = provider;
        Handle = provider.Handle!;
    }

    /// <summary>The provider's connection, for what is too rare to be prepared.</summary>
    public SqliteConnection Provider { get; }

    /// <summary>The native connection.</summary>
    public sqlite3 Handle { get; }

    /// <summary>How many rows have been read through this connection.</summary>
    public long RowsRead { get; set; }

    /// <summary>Whether a transaction is open.</summary>
    public bool IsInTransaction => raw.sqlite3_get_autocommit(Handle) == 0;

    public static Connection OpenReader(Settings settings)
    {
        var connection = Open(settings);
        connection.Run("PRAGMA query_only = ON");
        return connection;
    }

    public static Connection OpenWriter(Settings settings)
    {
        var connection = Open(settings);
        connection.Run("PRAGMA journal_mode = WAL");
        connection.Run($"PRAGMA synchronous = {settings.Synchronous}");
        connection.Run(FormattableString.Invariant($"PRAGMA wal_autocheckpoint = {settings.WalAutoCheckpointPages}"));
        connection.Run(FormattableString.Invariant($"PRAGMA cache_size = -{settings.WriterCacheKibibytes}"));
        return connection;
    }

    /// <summary>A connection of the host: disposing it finalizes the statements and leaves it open.</summary>
    public static Connection OfHost(Settings settings, SqliteConnection provider) =>
        new(settings, provider, isHosts: true);

    /// <summary>
    /// Lends a prepared statement. Several of one text can be lent at once, as a stream and a look-up inside it need.
    /// </summary>
    /// <param name="sql">A constant text with the default table names.</param>
    public Statement Rent(string sql)
    {
        _idle.TryGetValue(sql, out var statement);
        if (statement is null)
        {
            statement = Prepare(sql);
        }
        else
        {
            _idle[sql] = statement.NextIdle;
        }

        statement.IsLent = true;
        return statement;
    }

    public void TakeBack(Statement statement)
    {
        if (statement.IsLent)
        {
            statement.IsLent = false;
            statement.Reset();
            _idle.TryGetValue(statement.Sql, out var next);
            statement.NextIdle = next;
            _idle[statement.Sql] = statement;
        }
    }

    /// <summary>A statement with the names of this store's tables, for the mapper.</summary>
    public string Qualify(string sql) => _settings.Qualify(sql);

    /// <summary>Executes a statement that is not worth keeping.</summary>
    public void Run(string sql)
    {
        var code = raw.sqlite3_exec(Handle, sql);
        if (code != raw.SQLITE_OK)
        {
            throw StoreErrors.From(Handle, code);
        }
    }

    /// <summary>Executes the statements of a script, one after the other.</summary>
    /// <param name="sql">The script with the default table names.</param>
    /// <param name="afterEach">Called after each statement; may throw.</param>
    public void RunScript(string sql, Action? afterEach)
    {
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(_settings.Qualify(sql));
        while (!rest.IsEmpty)
        {
            var code = raw.sqlite3_prepare_v3(Handle, rest, 0, out var handle, out var tail);
            using (handle)
            {
                // What holds only blanks and comments prepares to nothing.
                var isStatement = code == raw.SQLITE_OK && handle is { IsInvalid: false };
                code = isStatement ? raw.sqlite3_step(handle) : code;
                if (code is not (raw.SQLITE_OK or raw.SQLITE_DONE or raw.SQLITE_ROW))
                {
                    throw StoreErrors.From(Handle, code);
                }

                if (isStatement)
                {
                    afterEach?.Invoke();
                }
            }

            rest = tail;
        }
    }

    /// <summary>Begins to read from one snapshot, taken now and not when the first row is asked for.</summary>
    public void BeginRead()
    {
        using var begin = Rent("BEGIN DEFERRED");
        begin.Execute();
        using var pin = Rent("SELECT 1 FROM sqlite_schema LIMIT 1");
        pin.Step();
        RowsRead = 0;
    }

    /// <summary>Tries to become the writer, without waiting.</summary>
    /// <returns>False when somebody else is.</returns>
    public bool TryBeginWrite()
    {
        raw.sqlite3_busy_timeout(Handle, 0);
        using var begin = Rent("BEGIN IMMEDIATE");
        var code = begin.TryExecute();
        raw.sqlite3_busy_timeout(Handle, (int)_settings.BusyTimeout.TotalMilliseconds);
        RowsRead = 0;
        return code == raw.SQLITE_OK || (StoreErrors.IsBusy(code) ? false : throw StoreErrors.From(Handle, code));
    }

    /// <summary>Makes what was written durable, or leaves no transaction behind.</summary>
    public void Commit()
    {
        using var commit = Rent("COMMIT");
        var code = commit.TryExecute();
        if (code == raw.SQLITE_OK)
        {
            return;
        }

        var failure = StoreErrors.From(Handle, code);
        if (IsInTransaction)
        {
            _ = raw.sqlite3_exec(Handle, "ROLLBACK");
        }

        throw StoreErrors.OnCommit(failure, isRolledBack: !IsInTransaction);
    }

    /// <summary>Ends the transaction, if one is still open, and takes back what was lent.</summary>
    public void End()
    {
        TakeBackAll();
        if (IsInTransaction)
        {
            Run("ROLLBACK");
        }
    }

    /// <summary>Takes back what was lent and is still out.</summary>
    public void TakeBackAll()
    {
        foreach (var statement in _statements)
        {
            TakeBack(statement);
        }
    }

    public void Dispose()
    {
        foreach (var statement in _statements)
        {
            statement.FinalizeHandle();
        }

        _statements.Clear();
        _idle.Clear();
        if (!_isHosts)
        {
            Provider.Dispose();
        }
    }

    private static Connection Open(Settings settings)
    {
        var provider = new SqliteConnection(settings.ConnectionString);
        try
        {
            provider.Open();
            raw.sqlite3_busy_timeout(provider.Handle, (int)settings.BusyTimeout.TotalMilliseconds);
            return new Connection(settings, provider);
        }
        catch (SqliteException failure)
        {
            provider.Dispose();
            throw StoreErrors.From(failure);
        }
    }

    private Statement Prepare(string sql)
    {
        var code = raw.sqlite3_prepare_v3(
            Handle, _settings.Qualify(sql), raw.SQLITE_PREPARE_PERSISTENT, out var handle);
        if (code != raw.SQLITE_OK)
        {
            throw StoreErrors.From(Handle, code);
        }

        var statement = new Statement(this, handle) { Sql = sql };
        _statements.Add(statement);
        return statement;
    }
}
