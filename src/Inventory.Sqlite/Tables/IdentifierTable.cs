using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Sqlite.Connections;
using Inventory.Storage;

namespace Inventory.Sqlite.Tables;

/// <summary>Identifiers. An open validity ends on day 0.</summary>
internal static class IdentifierTable
{
    private const string Columns = "kind, value, sku, unit, valid_from, valid_to, check_hash";

    public const string ByValue =
        $"SELECT {Columns} FROM inventory_identifier WHERE ledger = ?1 AND kind = ?2 AND value = ?3 "
        + "ORDER BY valid_from";

    public const string All =
        $"SELECT {Columns} FROM inventory_identifier WHERE ledger = ?1 ORDER BY kind, value, valid_from";

    public const string Insert =
        $"INSERT INTO inventory_identifier (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

    public static Identifier Read(Statement row) => new(
        (IdentifierKind)row.Int(0), row.Text(1), row.Int(2), row.Text(3), Micros.ToDate(row.Int(4)),
        row.Int(5) is not 0 and var to ? Micros.ToDate(to) : null);

    public static Checked<Identifier> ReadChecked(Statement row) => new(Read(row), row.Digest(6));

    public static void Bind(Statement statement, int ledger, Identifier identifier) => statement
        .Bind(1, ledger).Bind(2, (long)identifier.Kind).Bind(3, identifier.Value).Bind(4, identifier.Sku)
        .Bind(5, identifier.Unit).Bind(6, Micros.ToNumber(identifier.ValidFrom))
        .Bind(7, identifier.ValidTo is { } to ? Micros.ToNumber(to) : 0).Bind(8, identifier.ComputeCheck());
}
