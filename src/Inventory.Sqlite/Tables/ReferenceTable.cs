using Inventory.References;
using Inventory.Sqlite.Connections;
using Inventory.Storage;

namespace Inventory.Sqlite.Tables;

/// <summary>The rows of all code lists.</summary>
internal static class ReferenceTable
{
    private const string Columns = "kind, number, code, name, parent, details, check_hash";

    public const string ByCodeKey =
        $"SELECT {Columns} FROM inventory_reference WHERE ledger = ?1 AND kind = ?2 AND code_key = ?3";

    public const string ByNumber =
        $"SELECT {Columns} FROM inventory_reference WHERE ledger = ?1 AND kind = ?2 AND number = ?3";

    public const string All = $"SELECT {Columns} FROM inventory_reference WHERE ledger = ?1 ORDER BY kind, number";

    public const string Put =
        $"""
        INSERT INTO inventory_reference (ledger, code_key, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
        ON CONFLICT (ledger, kind, number) DO UPDATE SET name = excluded.name, parent = excluded.parent,
            details = excluded.details, check_hash = excluded.check_hash
        """;

    public static Reference Read(Statement row) => Reference.Restore(
        (ReferenceKind)row.Int(0), row.Int(1), row.Text(2), row.Text(3), row.Int(4), row.Text(5));

    public static Checked<Reference> ReadChecked(Statement row) => new(Read(row), row.Digest(6));

    public static void Bind(Statement statement, int ledger, Reference reference) => statement
        .Bind(1, ledger).Bind(2, reference.CodeKey).Bind(3, (long)reference.Kind).Bind(4, reference.Number)
        .Bind(5, reference.Code).Bind(6, reference.Name).Bind(7, reference.Parent).Bind(8, reference.Details)
        .Bind(9, reference.ComputeCheck());
}
