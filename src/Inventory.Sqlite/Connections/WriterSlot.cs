using System.Diagnostics.CodeAnalysis;
using Inventory.Storage;

namespace Inventory.Sqlite.Connections;

/// <summary>The one writing connection of a store. Who wants to write waits without holding a thread.</summary>
[SuppressMessage(
    "Design", "CA1001",
    Justification = "A writer may end after the store was closed; a semaphore without a wait handle holds nothing.")]
internal sealed class WriterSlot(Settings settings)
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private Connection? _connection;
    private volatile bool _isClosed;

    /// <summary>
    /// Waits for the turn in this process, then for the lock of the file, for as long as the store waits for both
    /// together, and begins to write.
    /// </summary>
    public async ValueTask<Connection> RentAsync(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(SqliteStore));
        var patience = new Patience(settings.BusyTimeout);
        if (!await _turn.WaitAsync(settings.BusyTimeout, cancellationToken).ConfigureAwait(false))
        {
            throw StoreErrors.LockTimeout(settings.BusyTimeout);
        }

        try
        {
            ObjectDisposedException.ThrowIf(_isClosed, typeof(SqliteStore));
            _connection ??= Connection.OpenWriter(settings);
            var connection = _connection;
            await patience.WaitForAsync(connection.TryBeginWrite, cancellationToken).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            _turn.Release();
            throw;
        }
    }

    /// <summary>Ends what the connection has open and lets the next one write.</summary>
    public void Return(Connection connection)
    {
        try
        {
            connection.End();
        }
        catch (InventoryStoreException)
        {
            // Closing the connection undoes what it could not undo itself.
            Close();
        }
        finally
        {
            if (_isClosed)
            {
                Close();
            }

            _turn.Release();
        }
    }

    /// <summary>Closes the connection, now or when the writer at work ends.</summary>
    public void Shut()
    {
        _isClosed = true;
        // A writer that is still at work closes the connection when it ends.
        if (_turn.Wait(0))
        {
            Close();
            _turn.Release();
        }
    }

    private void Close()
    {
        _connection?.Dispose();
        _connection = null;
    }
}
