using Inventory.Sqlite.Connections;
using Inventory.Storage;

namespace Inventory.Sqlite.Schema;

/// <summary>The version of the schema that a database has.</summary>
internal static class SchemaVersions
{
    private const string Find = "SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'inventory_schema'";

    private const string Highest = "SELECT coalesce(max(version), 0) FROM inventory_schema";

    private const string All = "SELECT version, script FROM inventory_schema ORDER BY version";

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

    /// <summary>Whether the steps that a current database has taken are those this package knows.</summary>
    public static bool AreKnown(Connection connection)
    {
        var known = 0;
        using var taken = connection.Rent(All);
        while (taken.Step())
        {
            if (known == Migrations.Required || taken.Long(0) != known + 1 || taken
                .Text(1) != Migrations.All[known].Name)
            {
                return false;
            }

            known++;
        }

        return known == Migrations.Required;
    }

    /// <summary>Why a database with other steps cannot be used.</summary>
    public static SchemaVersionException OtherSteps() => new(
        "The table of schema steps names other steps than this package took: the database was edited, or made by another tool.");

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
