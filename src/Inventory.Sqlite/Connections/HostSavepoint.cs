using Inventory.Sqlite.Tables;

namespace Inventory.Sqlite.Connections;

/// <summary>
/// A part of a host's transaction that becomes part of it as a whole, or not at all. Whatever fails inside leaves the
/// transaction as it was.
/// </summary>
internal sealed class HostSavepoint(Connection connection, TimeSpan timeout)
{
    private bool _isOpen;

    /// <summary>Begins it, as soon as the transaction may write.</summary>
    public async ValueTask BeginAsync(CancellationToken cancellationToken)
    {
        connection.Run("SAVEPOINT inventory_enlisted");
        _isOpen = true;
        await new Patience(timeout).WaitForAsync(TryTakeLock, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes what was written a part of the transaction.</summary>
    public void Release()
    {
        connection.TakeBackAll();
        connection.Run("RELEASE inventory_enlisted");
        _isOpen = false;
    }

    /// <summary>Undoes what was not released, and gives the host its connection back.</summary>
    public void End()
    {
        using (connection)
        {
            connection.TakeBackAll();

            // On a full disk, say, SQLite rolls back the whole transaction by itself, and the savepoint with it.
            if (_isOpen && connection.IsInTransaction)
            {
                connection.Run("ROLLBACK TO inventory_enlisted");
                connection.Run("RELEASE inventory_enlisted");
            }

            _isOpen = false;
        }
    }

    private bool TryTakeLock()
    {
        using var take = connection.Rent(LedgerTable.TakeLock);
        var code = take.TryExecute();
        return StoreErrors.IsOutdated(code) ? throw StoreErrors.Outdated()
            : StoreErrors.IsBusy(code) ? false
            : code == SQLitePCL.raw.SQLITE_OK ? true
            : throw StoreErrors.From(connection.Handle, code);
    }
}
