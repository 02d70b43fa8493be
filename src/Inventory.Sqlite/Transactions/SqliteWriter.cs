using Inventory.Sqlite.Connections;
using Inventory.Storage;

namespace Inventory.Sqlite.Transactions;

/// <summary>
/// The write transaction of a database. A change that failed half-way spoils it: it can then only be disposed.
/// </summary>
internal sealed partial class SqliteWriter : SqliteReader, IStoreWriter
{
    private readonly Action<Connection> _commit;
    private bool _isWhole = true;

    /// <summary>Begins to write.</summary>
    /// <param name="connection">The writing connection, its transaction begun.</param>
    /// <param name="giveBack">Takes the connection back.</param>
    /// <param name="ledger">The ledger's number.</param>
    /// <param name="commit">Makes what was written count; null commits the connection's transaction.</param>
    public SqliteWriter(
        Connection connection, Action<Connection> giveBack, int ledger, Action<Connection>? commit = null)
        : base(connection, giveBack, ledger) => _commit = commit ?? (static own => own.Commit());

    public ValueTask CommitAsync()
    {
        // Whatever the answer, there is nothing left to write.
        BeginChange();
        _commit(Connection);
        return ValueTask.CompletedTask;
    }

    private void BeginChange()
    {
        if (!_isWhole)
        {
            throw new InvalidOperationException(
                "This transaction has failed or is committed: dispose it and begin another.");
        }

        _isWhole = false;
    }

    private void EndChange() => _isWhole = true;

    private Statement Rent(string sql) => Connection.Rent(sql).Bind(1, Ledger);

    private void InsertAll<T>(string sql, IReadOnlyList<T> rows, Action<Statement, T> bind)
    {
        if (rows.Count == 0)
        {
            return;
        }

        using var insert = Rent(sql);
        for (var i = 0; i < rows.Count; i++)
        {
            bind(insert, rows[i]);
            insert.Execute();
        }
    }
}
