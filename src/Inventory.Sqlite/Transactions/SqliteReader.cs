using Inventory.Sqlite.Connections;
using Inventory.Sqlite.Tables;
using Inventory.Storage;

namespace Inventory.Sqlite.Transactions;

/// <summary>
/// Reads one ledger from the snapshot of one connection. SQLite is in this process, so everything completes at once.
/// </summary>
internal partial class SqliteReader : IStoreReader
{
    private readonly Action<Connection> _giveBack;
    private Connection? _connection;

    /// <summary>Begins to read.</summary>
    /// <param name="connection">A connection in a transaction.</param>
    /// <param name="giveBack">Takes the connection back.</param>
    /// <param name="ledger">The ledger's number.</param>
    public SqliteReader(Connection connection, Action<Connection> giveBack, int ledger)
    {
        _connection = connection;
        _giveBack = giveBack;
        Ledger = ledger;
    }

    public long RowsRead => Connection.RowsRead;

    /// <summary>Whether it has not been disposed.</summary>
    public bool IsOpen => _connection is not null;

    /// <summary>The connection, until the reader is disposed.</summary>
    public Connection Connection
    {
        get
        {
            ObjectDisposedException.ThrowIf(_connection is null, this);
            return _connection;
        }
    }

    private protected int Ledger { get; }

    public ValueTask DisposeAsync()
    {
        if (_connection is { } connection)
        {
            _connection = null;
            _giveBack(connection);
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>
    /// Looks keys up one by one: there is no network between, and a prepared look-up is the quickest SQLite has.
    /// </summary>
    private ValueTask<IReadOnlyList<T>> Each<TKey, T>(
        string sql, IReadOnlyCollection<TKey> keys, Action<Statement, TKey> bind, Func<Statement, T> read)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Count == 0)
        {
            return new ValueTask<IReadOnlyList<T>>([]);
        }

        var found = new List<T>(keys.Count);
        using var statement = Connection.Rent(sql);
        statement.Bind(1, Ledger);
        foreach (var key in keys)
        {
            bind(statement, key);
            while (statement.Step())
            {
                found.Add(statement.Read(read));
            }
        }

        return new ValueTask<IReadOnlyList<T>>(found);
    }

    /// <summary>All rows of a SKU in one table.</summary>
    private List<T> AllOf<T>(string sql, int sku, Func<Statement, T> read)
    {
        using var statement = Connection.Rent(sql);
        return All(statement.Bind(1, Ledger).Bind(2, sku), read);
    }

    private protected static List<T> All<T>(Statement statement, Func<Statement, T> read)
    {
        var found = new List<T>();
        while (statement.Step())
        {
            found.Add(statement.Read(read));
        }

        return found;
    }

    private RowStream<T> Stream<T>(string sql, Action<Statement> bind, Func<Statement, T> read) =>
        new(this, sql, bind, read);

    private Checked<Ledger.LedgerState> ReadLedger()
    {
        using var statement = Connection.Rent(LedgerTable.ByNumber);
        return statement.Bind(1, Ledger).Step()
            ? statement.Read(LedgerTable.ReadChecked)
            : throw new InventoryStoreException($"There is no ledger {Ledger} in this database: open it first.");
    }
}
