using Inventory.Sqlite.Connections;
using Inventory.Storage;

namespace Inventory.Sqlite.Schema;

/// <summary>The version of the schema that a database has.</summary>
internal static class SchemaVersions
{
    private const string Find = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'inventory_schema'";

    private const string Highest = "SELECT coalesce(max(version), 0) FROM inventory_schema";

    private const string Insert = "INSERT INTO inventory_schema (version, script) VALUES (?1, ?2)";

    /// <summary>The version; 0 when there is no schema.</summary>
    public static int Read(Connection connection)
    {
        using (var find = connection.Rent(Find))
        {
            if (!find.Step())
            {
                return 0;
            }
        }

        using var highest = connection.Rent(Highest);
        highest.Step();
        return highest.Int(0);
    }

    public static void Write(Connection connection, Migration migration)
    {
        using var insert = connection.Rent(Insert);
        insert.Bind(1, migration.Version).Bind(2, migration.Name).Execute();
    }

    /// <summary>Why a database of another version cannot be used.</summary>
    public static SchemaVersionException Refused(int version) => new(version > Migrations.Required
        ? $"The database has schema {version}, but this package knows only {Migrations.Required}: use a newer package."
        : $"The database has schema {version}, but {Migrations.Required} is needed: call EnsureSchemaAsync once.");
}
