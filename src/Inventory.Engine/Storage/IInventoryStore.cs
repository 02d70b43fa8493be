using System.Data.Common;

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

    /// <summary>Begins to write within a transaction of the host, on the host's own connection.</summary>
    /// <remarks>
    /// <see cref="IStoreWriter.CommitAsync"/> of this writer makes what was written a part of the host's transaction,
    /// which the host then commits or rolls back; disposed without it, the writer leaves the transaction as it was.
    /// A store that has no transactions of hosts leaves this method out.
    /// </remarks>
    /// <param name="ledger">The ledger's number.</param>
    /// <param name="transaction">An open transaction on this store's database; it becomes a writing one.</param>
    /// <param name="cancellationToken">Cancels the wait for the right to write.</param>
    /// <returns>The writer, to be disposed before the host goes on with its transaction.</returns>
    /// <exception cref="ArgumentException">
    /// The transaction is another provider's, on another database, or not open any more.
    /// </exception>
    /// <exception cref="WriteLockException">The transaction cannot write, because another one does.</exception>
    /// <exception cref="NotSupportedException">The store has no transactions of hosts.</exception>
    ValueTask<IStoreWriter> EnlistAsync(
        int ledger, DbTransaction transaction, CancellationToken cancellationToken = default) =>
        throw new NotSupportedException(
            $"{GetType().Name} has no transactions of a host: use a store in a database, such as SqliteStore.");
}
