using System.Data.Common;
using Inventory.Sqlite.Connections;
using Inventory.Sqlite.Schema;
using Inventory.Sqlite.Transactions;
using Inventory.Storage;

namespace Inventory.Sqlite;

/// <summary>Ledgers in one SQLite file.</summary>
/// <remarks>
/// <para>Safe for use from several threads; several stores and several processes may share one file. One of them
/// writes at a time, in the order of coming within a store; readers never wait.</para>
/// <para>The file is in write-ahead mode, so it must lie on a disk of this machine. SQLite runs in this process: calls
/// complete when they return, only the wait for another writer is asynchronous.</para>
/// </remarks>
public sealed class SqliteStore : IInventoryStore
{
    private readonly Migrator _migrator = new(Migrations.All);
    private readonly Settings _settings;
    private readonly ReaderPool _readers;
    private readonly WriterSlot _writer;
    private volatile string? _file;

    /// <summary>Creates a store with default options. Opens nothing yet.</summary>
    /// <param name="connectionString">The connection string, such as <c>Data Source=stock.db</c>.</param>
    /// <exception cref="ArgumentException">It names no file.</exception>
    public SqliteStore(string connectionString)
        : this(new SqliteOptions { ConnectionString = connectionString })
    {
    }

    /// <summary>Creates a store. Opens nothing yet.</summary>
    /// <param name="options">How to use the file.</param>
    /// <exception cref="ArgumentException">An option is out of its range, or no file is named.</exception>
    public SqliteStore(SqliteOptions options)
    {
        _settings = new Settings(options);
        _readers = new ReaderPool(_settings);
        _writer = new WriterSlot(_settings);
    }

    /// <inheritdoc />
    public ValueTask<SchemaStatus> GetSchemaAsync(CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<SchemaStatus>(new SchemaStatus(ReadVersion(), Migrations.Required));
    }

    /// <inheritdoc />
    public ValueTask EnsureSchemaAsync(CancellationToken cancellationToken = default) =>
        _migrator.UpgradeAsync(_writer, cancellationToken);

    /// <inheritdoc />
    public string GetSchemaScript() => _migrator.Script(_settings);

    /// <inheritdoc />
    public async ValueTask<OpenedLedger> OpenLedgerAsync(
        LedgerDefinition definition, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        cancellationToken.ThrowIfCancellationRequested();
        CheckSchema();

        // Most ledgers are there: that is seen without waiting for a writer.
        return FindLedger(definition) ?? await CreateLedgerAsync(definition, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public ValueTask<IStoreReader> ReadAsync(int ledger, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return new ValueTask<IStoreReader>(new SqliteReader(_readers.Rent(), _readers.Return, ledger));
    }

    /// <inheritdoc />
    public async ValueTask<IStoreWriter> WriteAsync(int ledger, CancellationToken cancellationToken = default) =>
        new SqliteWriter(await _writer.RentAsync(cancellationToken).ConfigureAwait(false), _writer.Return, ledger);

    /// <inheritdoc />
    /// <remarks>
    /// <para>The host's connection keeps its own settings: how durable its commit is, it decides itself. Close readers
    /// of that connection first; a refusal or a failure goes back to a savepoint, and they would lose their place.
    /// </para>
    /// <para>On a full disk or a failing file SQLite may roll back the host's transaction as a whole. The host then
    /// finds it ended.</para>
    /// </remarks>
    public async ValueTask<IStoreWriter> EnlistAsync(
        int ledger, DbTransaction transaction, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var connection = Connection.OfHost(_settings, HostTransaction.ConnectionOf(transaction, ReadFileName()));
        var savepoint = new HostSavepoint(connection, _settings.BusyTimeout);
        try
        {
            await savepoint.BeginAsync(cancellationToken).ConfigureAwait(false);
            return new SqliteWriter(connection, _ => savepoint.End(), ledger, _ => savepoint.Release());
        }
        catch
        {
            savepoint.End();
            throw;
        }
    }

    /// <summary>
    /// Closes the connections that nobody uses; readers and a writer still at work close theirs when they end.
    /// </summary>
    /// <returns>When they are closed.</returns>
    public ValueTask DisposeAsync()
    {
        _readers.Dispose();
        _writer.Shut();
        return ValueTask.CompletedTask;
    }

    private string ReadFileName()
    {
        if (_file is { } known)
        {
            return known;
        }

        var connection = _readers.Rent();
        try
        {
            return _file = HostTransaction.FileOf(connection.Handle);
        }
        finally
        {
            _readers.Return(connection);
        }
    }

    private int ReadVersion()
    {
        var connection = _readers.Rent();
        try
        {
            return SchemaVersions.Read(connection);
        }
        finally
        {
            _readers.Return(connection);
        }
    }

    private void CheckSchema()
    {
        var connection = _readers.Rent();
        try
        {
            if (SchemaVersions.Read(connection) is var version && version != Migrations.Required)
            {
                throw SchemaVersions.Refused(version);
            }

            if (!SchemaVersions.AreKnown(connection))
            {
                throw SchemaVersions.OtherSteps();
            }
        }
        finally
        {
            _readers.Return(connection);
        }
    }

    private OpenedLedger? FindLedger(LedgerDefinition definition)
    {
        var connection = _readers.Rent();
        try
        {
            return LedgerOpening.Find(connection, definition);
        }
        finally
        {
            _readers.Return(connection);
        }
    }

    private async ValueTask<OpenedLedger> CreateLedgerAsync(
        LedgerDefinition definition, CancellationToken cancellationToken)
    {
        var connection = await _writer.RentAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var opened = LedgerOpening.FindOrCreate(connection, definition);
            connection.Commit();
            return opened;
        }
        finally
        {
            _writer.Return(connection);
        }
    }
}
