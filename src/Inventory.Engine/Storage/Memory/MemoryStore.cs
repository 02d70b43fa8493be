using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Inventory.Storage.Memory;

/// <summary>
/// Ledgers in memory: for tests, previews and hosts that keep nothing. What it holds is gone when it is.
/// </summary>
/// <remarks>
/// <para>
/// The same answers as any other store, row for row. Readers see the state that was committed last when they began
/// and never wait; writers wait for one another. It has no schema to create, so <see cref="EnsureSchemaAsync"/> may
/// be left out.
/// </para>
/// <para>Safe for use from several threads.</para>
/// </remarks>
public sealed class MemoryStore : IInventoryStore
{
    private const int SchemaVersion = 1;

    [SuppressMessage("Usage", "CA2213", Justification = "A writer that is still open must be able to give it back.")]
    private readonly SemaphoreSlim _writing = new(1, 1);
    private volatile ImmutableList<LedgerTables> _ledgers = [];
    private volatile bool _isDisposed;

    /// <inheritdoc/>
    public ValueTask<SchemaStatus> GetSchemaAsync(CancellationToken cancellationToken = default)
    {
        Check(cancellationToken);
        return new(new SchemaStatus(SchemaVersion, SchemaVersion));
    }

    /// <inheritdoc/>
    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken = default)
    {
        Check(cancellationToken);
        return default;
    }

    /// <inheritdoc/>
    public string GetSchemaScript() => "-- The in-memory store has no schema: there is nothing to run.\n";

    /// <inheritdoc/>
    public async ValueTask<OpenedLedger> OpenLedgerAsync(LedgerDefinition definition,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        Check(cancellationToken);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var index = _ledgers.FindIndex(tables => tables.Ledger.Row.Name == definition.Name);
            var tables = index < 0 ? LedgerOpening.Create(_ledgers.Count + 1, definition) : _ledgers[index].Fork();
            LedgerOpening.CheckSettings(tables, definition);
            LedgerOpening.AddBooks(tables, definition);
            _ledgers = index < 0 ? _ledgers.Add(tables) : _ledgers.SetItem(index, tables);
            return LedgerOpening.Describe(tables);
        }
        finally
        {
            _writing.Release();
        }
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">There is no ledger of this number.</exception>
    public ValueTask<IStoreReader> ReadAsync(int ledger, CancellationToken cancellationToken = default)
    {
        Check(cancellationToken);
        return new(new MemoryReader(Find(ledger), cancellationToken));
    }

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">There is no ledger of this number.</exception>
    public async ValueTask<IStoreWriter> WriteAsync(int ledger, CancellationToken cancellationToken = default)
    {
        Check(cancellationToken);
        Find(ledger);
        await _writing.WaitAsync(cancellationToken).ConfigureAwait(false);
        return new MemoryWriter(this, Find(ledger).Fork(), cancellationToken);
    }

    /// <summary>Ends the store; what it holds is gone. Readers that are open stay usable.</summary>
    /// <returns>At once.</returns>
    public ValueTask DisposeAsync()
    {
        _isDisposed = true;
        return default;
    }

    /// <summary>Makes a writer's rows the ledger's.</summary>
    internal void Publish(LedgerTables tables)
    {
        Check(CancellationToken.None);
        // A fork, because the writer may still read and thereby change its own tables.
        _ledgers = _ledgers.SetItem(tables.Ledger.Row.Ledger - 1, tables.Fork());
    }

    /// <summary>Lets the next writer in.</summary>
    internal void EndWriting() => _writing.Release();

    private LedgerTables Find(int ledger) => ledger > 0 && ledger <= _ledgers.Count
        ? _ledgers[ledger - 1]
        : throw new ArgumentOutOfRangeException(nameof(ledger), ledger,
            "There is no ledger of this number; open it first.");

    private void Check(CancellationToken cancellationToken)
    {
        ObjectDisposedException.ThrowIf(_isDisposed, this);
        cancellationToken.ThrowIfCancellationRequested();
    }
}
