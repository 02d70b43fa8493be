using System.Collections.Concurrent;

namespace Inventory.Sqlite.Connections;

/// <summary>Open reading connections. As many as are needed at once, of which some are kept.</summary>
internal sealed class ReaderPool(Settings settings) : IDisposable
{
    private readonly ConcurrentStack<Connection> _idle = new();
    private volatile bool _isClosed;

    /// <summary>Lends a connection with a snapshot.</summary>
    public Connection Rent()
    {
        ObjectDisposedException.ThrowIf(_isClosed, typeof(SqliteStore));
        if (!_idle.TryPop(out var connection))
        {
            connection = Connection.OpenReader(settings);
        }

        try
        {
            connection.BeginRead();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Takes a connection back; one that cannot end its transaction is not used again.</summary>
    public void Return(Connection connection)
    {
        var isSound = false;
        try
        {
            connection.End();
            isSound = !_isClosed && _idle.Count < settings.IdleReadersMax;
        }
        catch (Storage.InventoryStoreException)
        {
            // The reader has its answers already: a connection that fails afterwards is simply closed.
            isSound = false;
        }

        if (isSound)
        {
            _idle.Push(connection);
        }
        else
        {
            connection.Dispose();
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        while (_idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }
}
