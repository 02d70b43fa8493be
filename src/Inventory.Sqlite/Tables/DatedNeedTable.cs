using Inventory.Ledger;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>What is promised of each position for which day, until when.</summary>
internal static class DatedNeedTable
{
    private const string Columns = "sku, pool, owner, grade, expires, needed_by, promised";

    private const string Position = "ledger = ?1 AND sku = ?2 AND pool = ?3 AND owner = ?4 AND grade = ?5";

    private const string Key = $"{Position} AND expires = ?6 AND needed_by = ?7";

    public const string OfSku =
        $"SELECT {Columns} FROM inventory_dated_need WHERE ledger = ?1 AND sku = ?2 "
        + "ORDER BY pool, owner, grade, expires, needed_by";

    public const string At =
        $"SELECT {Columns} FROM inventory_dated_need WHERE {Position} AND (expires = 0 OR expires > ?6) "
        + "ORDER BY expires, needed_by";

    public const string Insert =
        $"INSERT INTO inventory_dated_need (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

    /// <summary>Adds to a row that is there.</summary>
    public const string Change = $"UPDATE inventory_dated_need SET promised = promised + ?8 WHERE {Key}";

    public const string RemoveIfZero = $"DELETE FROM inventory_dated_need WHERE {Key} AND promised = 0";

    /// <summary>Removes what has ended by an instant.</summary>
    public const string Settle =
        $"DELETE FROM inventory_dated_need WHERE {Position} AND expires > 0 AND expires <= ?6";

    public static DatedNeed Read(Statement row) => new(
        row.Int(0), new PositionKey(row.Int(1), row.Int(2), row.Int(3)), row.Long(4), row.Int(5), row.Long(6));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, DatedNeed row) => BindKey(statement, row).Bind(8, row.Promised);

    /// <summary>Binds the key, all but the ledger.</summary>
    public static Statement BindKey(Statement statement, DatedNeed row) =>
        PositionTable.BindKey(statement, row.Sku, row.Key).Bind(6, row.Expires).Bind(7, row.NeededBy);
}
