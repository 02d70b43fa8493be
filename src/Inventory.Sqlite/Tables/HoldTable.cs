using Inventory.Ledger;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>What is held of each position until which instant.</summary>
internal static class HoldTable
{
    private const string Columns = "sku, pool, owner, grade, expires, held";

    private const string Position =
        "ledger = ?1 AND sku = ?2 AND pool = ?3 AND owner = ?4 AND grade = ?5";

    public const string OfSku =
        $"SELECT {Columns} FROM inventory_hold WHERE ledger = ?1 AND sku = ?2 ORDER BY pool, owner, grade, expires";

    /// <summary>The totals of a position, earliest end first.</summary>
    public const string OfPosition = $"SELECT expires, held FROM inventory_hold WHERE {Position} ORDER BY expires";

    /// <summary>Removes the totals that end by an instant, and says what they were.</summary>
    public const string Settle = $"DELETE FROM inventory_hold WHERE {Position} AND expires <= ?6 RETURNING held";

    public const string Insert =
        $"INSERT INTO inventory_hold (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    public const string Add =
        $"{Insert} ON CONFLICT (ledger, sku, pool, owner, grade, expires) DO UPDATE SET held = held + excluded.held";

    public const string Take = $"UPDATE inventory_hold SET held = held + ?7 WHERE {Position} AND expires = ?6 AND held > -?7";

    public const string Remove = $"DELETE FROM inventory_hold WHERE {Position} AND expires = ?6 AND held = -?7";

    public static HoldTotal Read(Statement row) => new(
        row.Int(0), new PositionKey(row.Int(1), row.Int(2), row.Int(3)), row.Long(4), row.Long(5));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, HoldTotal total) =>
        PositionTable.BindKey(statement, total.Sku, total.Key).Bind(6, total.Expires).Bind(7, total.Held);
}
