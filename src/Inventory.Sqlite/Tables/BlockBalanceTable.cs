using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Sqlite.Connections;
using Inventory.Timeline;

namespace Inventory.Sqlite.Tables;

/// <summary>What closed blocks did at each spot, all lots together.</summary>
internal static class BlockBalanceTable
{
    private const string Columns =
        "sku, place, status, owner, grade, start_effective, start_sequence, quantity_before, net, low";

    private const string OfSkuUnordered =
        $"SELECT {Columns} FROM inventory_block_balance WHERE ledger = ?1 AND sku = ?2";

    private const string OfSpot =
        $"{OfSkuUnordered} AND place = ?3 AND status = ?4 AND owner = ?5 AND grade = ?6";

    public const string LastUpTo =
        $"{OfSpot} AND (start_effective, start_sequence) <= (?7, ?8) "
        + "ORDER BY start_effective DESC, start_sequence DESC LIMIT 1";

    public const string After =
        $"{OfSpot} AND (start_effective, start_sequence) > (?7, ?8) ORDER BY start_effective, start_sequence";

    public const string OfSku = $"{OfSkuUnordered} ORDER BY place, status, owner, grade, start_effective, start_sequence";

    public const string DeleteOfBlock =
        "DELETE FROM inventory_block_balance WHERE ledger = ?1 AND sku = ?2 AND start_effective = ?3 "
        + "AND start_sequence = ?4";

    public const string Insert =
        $"INSERT INTO inventory_block_balance (ledger, {Columns}) "
        + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";

    public const string Shift =
        """
        UPDATE inventory_block_balance SET quantity_before = quantity_before + ?9, low = low + ?9
        WHERE ledger = ?1 AND sku = ?2 AND place = ?3 AND status = ?4 AND owner = ?5 AND grade = ?6
            AND (start_effective, start_sequence) > (?7, ?8)
        """;

    public static BlockBalance Read(Statement row) => new(
        row.Int(0), new Spot(row.Int(1), 0, (StockStatus)row.Int(2), row.Int(3), row.Int(4)),
        new EntryKey(row.Long(5), row.Long(6)), row.Long(7), row.Long(8), row.Long(9));

    /// <summary>Binds a spot and a place in time, all but the ledger.</summary>
    public static Statement BindSpot(Statement statement, int sku, Spot spot, EntryKey at) => statement
        .Bind(2, sku).Bind(3, spot.Place).Bind(4, (long)spot.Status).Bind(5, spot.Owner).Bind(6, spot.Grade)
        .Bind(7, at.Effective).Bind(8, at.Sequence);

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, BlockBalance balance) =>
        BindSpot(statement, balance.Sku, balance.Spot, balance.Start)
            .Bind(9, balance.Before).Bind(10, balance.Net).Bind(11, balance.Low);
}
