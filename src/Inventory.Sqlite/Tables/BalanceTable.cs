using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>What lies at each spot.</summary>
internal static class BalanceTable
{
    private const string Columns = "sku, place, lot, status, owner, grade, quantity, counted_at, allocated";

    private const string OfSkuUnordered = $"SELECT {Columns} FROM inventory_balance WHERE ledger = ?1 AND sku = ?2";

    public const string ByKey =
        $"{OfSkuUnordered} AND place = ?3 AND lot = ?4 AND status = ?5 AND owner = ?6 AND grade = ?7";

    public const string OfSku = $"{OfSkuUnordered} ORDER BY place, status, lot, owner, grade";

    public const string OfLotAt = $"{OfSkuUnordered} AND place = ?3 AND status = ?4 AND lot = ?5";

    /// <summary>The next place and status after one, past all the lots between.</summary>
    public const string NextPlace =
        """
        SELECT place, status FROM inventory_balance WHERE ledger = ?1 AND sku = ?2 AND (place, status) > (?3, ?4)
        ORDER BY place, status LIMIT 1
        """;

    public const string Insert =
        $"INSERT INTO inventory_balance (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)";

    /// <summary>Puts a balance under its guard: what was bound there when its change was decided.</summary>
    public const string Put =
        $"{Insert} ON CONFLICT (ledger, sku, place, status, lot, owner, grade) "
        + "DO UPDATE SET quantity = excluded.quantity, counted_at = excluded.counted_at, "
        + "allocated = excluded.allocated WHERE allocated = ?11";

    public static Balance Read(Statement row) => new(
        row.Int(0), new Spot(row.Int(1), row.Long(2), (StockStatus)row.Int(3), row.Int(4), row.Int(5)),
        row.Long(6), row.Long(7), row.Long(8));

    /// <summary>Reads a place and status, and lets the statement go on after it.</summary>
    public static (int Place, StockStatus Status) ReadPlace(Statement row)
    {
        var (place, status) = (row.Int(0), row.Int(1));
        row.Reset();
        row.Bind(3, place).Bind(4, status);
        return (place, (StockStatus)status);
    }

    /// <summary>Binds the key, all but the ledger.</summary>
    public static Statement BindKey(Statement statement, int sku, Spot spot) => statement
        .Bind(2, sku).Bind(3, spot.Place).Bind(4, spot.Lot).Bind(5, (long)spot.Status).Bind(6, spot.Owner)
        .Bind(7, spot.Grade);

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, Balance balance) =>
        BindKey(statement, balance.Sku, balance.Spot).Bind(8, balance.Quantity).Bind(9, balance.CountedAt)
            .Bind(10, balance.Allocated);
}
