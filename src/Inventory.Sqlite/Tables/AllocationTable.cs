using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>The goods that legs of reservations are bound to.</summary>
internal static class AllocationTable
{
    private const string Columns = "sku, commit_no, ordinal, leg, place, lot, owner, grade, picked, units";

    private const string OfSkuUnordered = $"SELECT {Columns} FROM inventory_allocation WHERE ledger = ?1 AND sku = ?2";

    private const string ByKey =
        "ledger = ?1 AND sku = ?2 AND commit_no = ?3 AND ordinal = ?4 AND leg = ?5 AND place = ?6 AND lot = ?7 "
        + "AND picked = ?10";

    public const string OfSku = $"{OfSkuUnordered} ORDER BY commit_no, ordinal, leg, place, lot, picked";

    public const string ByReservation =
        $"{OfSkuUnordered} AND commit_no = ?3 AND ordinal = ?4 ORDER BY leg, place, lot, picked";

    public const string ByGoods =
        $"SELECT {Columns} FROM inventory_allocation INDEXED BY inventory_allocation_goods "
        + "WHERE ledger = ?1 AND sku = ?2 AND place = ?3 AND lot = ?4 AND owner = ?5 AND grade = ?6 "
        + "ORDER BY commit_no DESC, ordinal DESC, leg DESC, picked";

    public const string Insert =
        $"INSERT INTO inventory_allocation (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

    public const string Change = $"UPDATE inventory_allocation SET units = units + ?11 WHERE {ByKey}";

    public const string RemoveIfZero = $"DELETE FROM inventory_allocation WHERE {ByKey} AND units = 0";

    public static Allocation Read(Statement row) => new(
        row.Int(0), new LegKey(row.Long(1), row.Int(2), row.Int(3)),
        new Spot(row.Int(4), row.Long(5), StockStatus.Available, row.Int(6), row.Int(7)), row.Flag(8),
        row.Long(9));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, Allocation row) => BindKey(statement, row)
        .Bind(8, row.Spot.Owner).Bind(9, row.Spot.Grade).Bind(11, row.Units);

    /// <summary>Binds the key, all but the ledger.</summary>
    public static Statement BindKey(Statement statement, Allocation row) => statement
        .Bind(2, row.Sku).Bind(3, row.Leg.Commit).Bind(4, row.Leg.Ordinal).Bind(5, row.Leg.Leg)
        .Bind(6, row.Spot.Place).Bind(7, row.Spot.Lot).Bind(10, row.IsPicked ? 1 : 0);
}
