using System.Globalization;
using Inventory.Engine.Tests.Support;
using Inventory.Storage;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>
/// Where runs take place: each on a ledger of its own. A file is made once, and each engine keeps its connections.
/// </summary>
internal sealed class Ground(StoreKind kind) : IDisposable
{
    private readonly List<IInventoryStore> _connections = [];
    private Stores? _stores;

    /// <summary>The number of the ledger of the current run.</summary>
    public int Ledger { get; private set; }

    public string LedgerName => Ledger.ToString(CultureInfo.InvariantCulture);

    /// <summary>The store as nobody's engine has it.</summary>
    public IInventoryStore Store => _stores!.First;

    /// <summary>Turns to a new ledger.</summary>
    public void Renew()
    {
        // What a store in memory holds would stay there for all runs.
        if (kind == StoreKind.Memory)
        {
            Dispose();
        }

        if (_stores is null)
        {
            (_stores, Ledger) = (Now.Of(Stores.CreateAsync(kind)), 0);
        }

        Ledger++;
    }

    /// <summary>The store as an engine has it.</summary>
    /// <param name="engine">The engine's number, from 1.</param>
    public IInventoryStore Of(int engine)
    {
        while (_connections.Count < engine)
        {
            _connections.Add(_stores!.Connect());
        }

        return _connections[engine - 1];
    }

    public void Dispose()
    {
        if (_stores is { } stores)
        {
            Now.Of(stores.DisposeAsync());
        }

        _stores = null;
        _connections.Clear();
    }
}
