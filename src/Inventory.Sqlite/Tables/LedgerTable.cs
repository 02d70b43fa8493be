using Inventory.Ledger;
using Inventory.References;
using Inventory.Sqlite.Connections;
using Inventory.Storage;

namespace Inventory.Sqlite.Tables;

/// <summary>The one row of a ledger.</summary>
internal static class LedgerTable
{
    private const string Columns =
        "ledger, name, currency, currency_digits, cost_scale, require_actor, catalog_version, skus, "
        + "locations, reasons, last_commit, last_recorded, check_hash, categories, grades, owners, channels, "
        + "variant_templates";

    public const string ByNumber = $"SELECT {Columns} FROM inventory_ledger WHERE ledger = ?1";

    public const string ByName = $"SELECT {Columns} FROM inventory_ledger WHERE name = ?1";

    public const string All = $"SELECT {Columns} FROM inventory_ledger ORDER BY ledger";

    public const string NextNumber = "SELECT coalesce(max(ledger), 0) + 1 FROM inventory_ledger";

    public const string Insert =
        $"""
        INSERT INTO inventory_ledger ({Columns})
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, 0, 0, 0, 0, 0)
        """;

    /// <summary>
    /// What a batch is guarded by, with the version of the schema: another process may have upgraded it meanwhile.
    /// </summary>
    public const string Guard =
        """
        SELECT catalog_version, last_commit, last_recorded, (SELECT max(version) FROM inventory_schema)
        FROM inventory_ledger WHERE ledger = ?1
        """;

    public const string Advance = "UPDATE inventory_ledger SET last_commit = ?2, last_recorded = ?3 WHERE ledger = ?1";

    /// <summary>Changes nothing, but makes a transaction a writing one.</summary>
    public const string TakeLock = "UPDATE inventory_ledger SET last_commit = last_commit WHERE ledger = 0";

    public const string SetCatalog =
        """
        UPDATE inventory_ledger SET catalog_version = ?2, skus = ?3, locations = ?4, reasons = ?5, categories = ?6,
            grades = ?7, owners = ?8, channels = ?9, variant_templates = ?10
        WHERE ledger = ?1
        """;

    private const int CheckColumn = 12;

    public static LedgerState Read(Statement row) => new(
        row.Int(0), row.Text(1), new Currency(row.Text(2), row.Int(3)), row.Int(4), row.Flag(5),
        row.Long(6), row.Int(7),
        row.Int(8), row.Int(9), row.Long(10), row.Long(11))
    {
        References = new ReferenceCounts(row.Int(13), row.Int(14), row.Int(15), row.Int(16), row.Int(17)),
    };

    public static Checked<LedgerState> ReadChecked(Statement row) => new(Read(row), row.Digest(CheckColumn));

    public static void BindCatalog(Statement statement, LedgerState ledger) => statement
        .Bind(2, ledger.CatalogVersion).Bind(3, ledger.Skus).Bind(4, ledger.Locations).Bind(5, ledger.Reasons)
        .Bind(6, ledger.References.Categories).Bind(7, ledger.References.Grades).Bind(8, ledger.References.Owners)
        .Bind(9, ledger.References.Channels).Bind(10, ledger.References.VariantTemplates);

    public static void Bind(Statement statement, LedgerState ledger) => statement
        .Bind(1, ledger.Ledger).Bind(2, ledger.Name).Bind(3, ledger.Currency.Code).Bind(4, ledger.Currency.Digits)
        .Bind(5, ledger.CostScale).Bind(6, ledger.RequireActor).Bind(7, ledger.CatalogVersion).Bind(8, ledger.Skus)
        .Bind(9, ledger.Locations).Bind(10, ledger.Reasons).Bind(11, ledger.LastCommit).Bind(12, ledger.LastRecorded)
        .Bind(13, ledger.ComputeCheck());
}
