using System.Collections.Immutable;
using System.Text;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Schema;

/// <summary>
/// Brings a schema up to date, one transaction for each step: a kill leaves the old version or the new one, nothing
/// between.
/// </summary>
/// <param name="migrations">The steps, numbered densely from 1.</param>
/// <param name="afterStatement">Called inside the transaction after each statement; tests make it throw.</param>
internal sealed class Migrator(ImmutableArray<Migration> migrations, Action? afterStatement = null)
{
    /// <summary>Brings the schema up to date.</summary>
    /// <param name="writer">Where to write.</param>
    /// <param name="cancellationToken">Cancels between two steps.</param>
    public async ValueTask UpgradeAsync(WriterSlot writer, CancellationToken cancellationToken)
    {
        while (true)
        {
            var connection = await writer.RentAsync(cancellationToken).ConfigureAwait(false);
            try
            {
                // Read under the lock: another process may have taken the step meanwhile.
                if (!TryTakeStep(connection))
                {
                    return;
                }
            }
            finally
            {
                writer.Return(connection);
            }
        }
    }

    /// <summary>All steps as a script for a person or another tool.</summary>
    /// <param name="settings">Names the tables.</param>
    public string Script(Settings settings)
    {
        var script = new StringBuilder();
        script.Append("PRAGMA journal_mode = WAL;\n");
        foreach (var migration in migrations)
        {
            script.Append("\nBEGIN IMMEDIATE;\n\n").Append(migration.Sql.Trim()).Append("\n\n")
                .Append("INSERT INTO inventory_schema (version, script) VALUES (")
                .Append(migration.Version).Append(", '")
                .Append(migration.Name).Append("');\n\nCOMMIT;\n");
        }

        return settings.Qualify(script.ToString());
    }

    private bool TryTakeStep(Connection connection)
    {
        var version = SchemaVersions.Read(connection);
        if (version > migrations.Length)
        {
            throw SchemaVersions.Refused(version);
        }

        if (version == migrations.Length)
        {
            return false;
        }

        var migration = migrations[version];
        connection.RunScript(migration.Sql, afterStatement);
        SchemaVersions.Write(connection, migration);
        afterStatement?.Invoke();
        connection.Commit();
        afterStatement?.Invoke();
        return true;
    }
}
