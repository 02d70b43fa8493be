using Inventory.Ledger;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>What is sellable of each position until which removal day.</summary>
internal static class DatedSupplyTable
{
    private const string Columns = "sku, pool, owner, grade, removal, quantity";

    private const string Position = "ledger = ?1 AND sku = ?2 AND pool = ?3 AND owner = ?4 AND grade = ?5";

    public const string OfSku =
        $"SELECT {Columns} FROM inventory_dated_supply WHERE ledger = ?1 AND sku = ?2 "
        + "ORDER BY pool, owner, grade, removal";

    public const string Through =
        $"SELECT {Columns} FROM inventory_dated_supply WHERE {Position} AND removal <= ?6 ORDER BY removal";

    public const string Insert =
        $"INSERT INTO inventory_dated_supply (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    public const string Add =
        $"{Insert} ON CONFLICT (ledger, sku, pool, owner, grade, removal) "
        + "DO UPDATE SET quantity = quantity + excluded.quantity";

    public const string RemoveIfZero =
        $"DELETE FROM inventory_dated_supply WHERE {Position} AND removal = ?6 AND quantity = 0";

    public static DatedSupply Read(Statement row) =>
        new(row.Int(0), new PositionKey(row.Int(1), row.Int(2), row.Int(3)), row.Int(4), row.Long(5));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, DatedSupply row) =>
        BindKey(statement, row).Bind(7, row.Quantity);

    /// <summary>Binds the key, all but the ledger.</summary>
    public static Statement BindKey(Statement statement, DatedSupply row) =>
        PositionTable.BindKey(statement, row.Sku, row.Key).Bind(6, row.Removal);
}
