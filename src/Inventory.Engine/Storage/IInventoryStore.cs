namespace Inventory.Storage;

/// <summary>
/// Where ledgers live. A store loads windows and writes change sets; it knows nothing of inventory rules.
/// </summary>
/// <remarks>
/// Safe for use from several threads and, on one database, from several processes. Failures of the database are
/// <see cref="InventoryStoreException"/>; nothing else escapes but cancellation. Every adapter passes the
/// conformance suite in <c>Inventory.Testing</c>.
/// </remarks>
public interface IInventoryStore : IAsyncDisposable
{
    /// <summary>What schema the database has and what this package needs.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The status; version 0 is an empty database.</returns>
    ValueTask<SchemaStatus> GetSchemaAsync(CancellationToken cancellationToken = default);

    /// <summary>
    /// Creates or upgrades the schema, step by step, each in its own transaction. Harmless when it is up to date.
    /// </summary>
    /// <param name="cancellationToken">Cancels between two steps.</param>
    /// <returns>When the schema is up to date.</returns>
    /// <exception cref="SchemaVersionException">The database is newer than this package.</exception>
    ValueTask EnsureSchemaAsync(CancellationToken cancellationToken = default);

    /// <summary>The whole schema as a script that a person can read and run.</summary>
    /// <returns>The script, in the database's own language.</returns>
    string GetSchemaScript();

    /// <summary>Opens a ledger, and creates it on first use together with its books.</summary>
    /// <param name="definition">Its name and settings; the settings of an existing ledger must be the same.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The ledger and its books.</returns>
    /// <exception cref="SchemaVersionException">The schema is not up to date.</exception>
    /// <exception cref="ArgumentException">
    /// The ledger exists with other settings, or a book of that name with another method.
    /// </exception>
    ValueTask<OpenedLedger> OpenLedgerAsync(LedgerDefinition definition, CancellationToken cancellationToken = default);

    /// <summary>Begins to read: all answers of one reader come from one consistent snapshot.</summary>
    /// <param name="ledger">The ledger's number.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The reader, to be disposed soon.</returns>
    ValueTask<IStoreReader> ReadAsync(int ledger, CancellationToken cancellationToken = default);

    /// <summary>Begins the one write transaction of a database; others wait for it.</summary>
    /// <param name="ledger">The ledger's number.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The writer; disposed without a commit it leaves no trace.</returns>
    ValueTask<IStoreWriter> WriteAsync(int ledger, CancellationToken cancellationToken = default);
}
