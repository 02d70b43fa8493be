using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Sqlite.Connections;
using Inventory.Timeline;

namespace Inventory.Sqlite.Tables;

/// <summary>What closed blocks did at each place and status.</summary>
internal static class BlockBalanceTable
{
    private const string Columns = "sku, place, status, start_effective, start_sequence, quantity_before, net, low";

    private const string OfSkuUnordered =
        $"SELECT {Columns} FROM inventory_block_balance WHERE ledger = ?1 AND sku = ?2";

    private const string OfPlace = $"{OfSkuUnordered} AND place = ?3 AND status = ?4";

    public const string LastUpTo =
        $"{OfPlace} AND (start_effective, start_sequence) <= (?5, ?6) "
        + "ORDER BY start_effective DESC, start_sequence DESC LIMIT 1";

    public const string After =
        $"{OfPlace} AND (start_effective, start_sequence) > (?5, ?6) ORDER BY start_effective, start_sequence";

    public const string OfSku = $"{OfSkuUnordered} ORDER BY place, status, start_effective, start_sequence";

    public const string DeleteOfBlock =
        "DELETE FROM inventory_block_balance WHERE ledger = ?1 AND sku = ?2 AND start_effective = ?3 "
        + "AND start_sequence = ?4";

    public const string Insert =
        $"INSERT INTO inventory_block_balance (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)";

    public const string Shift =
        """
        UPDATE inventory_block_balance SET quantity_before = quantity_before + ?7, low = low + ?7
        WHERE ledger = ?1 AND sku = ?2 AND place = ?3 AND status = ?4 AND (start_effective, start_sequence) > (?5, ?6)
        """;

    public static BlockBalance Read(Statement row) => new(
        row.Int(0), row.Int(1), (StockStatus)row.Int(2), new EntryKey(row.Long(3), row.Long(4)),
        row.Long(5), row.Long(6),
        row.Long(7));

    /// <summary>Binds a place and a place in time, all but the ledger.</summary>
    public static Statement BindPlace(Statement statement, int sku, int place, StockStatus status, EntryKey at) =>
        statement
        .Bind(2, sku).Bind(3, place).Bind(4, (long)status).Bind(5, at.Effective).Bind(6, at.Sequence);

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, BlockBalance balance) =>
        BindPlace(statement, balance.Sku, balance.Place, balance.Status, balance.Start)
            .Bind(7, balance.Before).Bind(8, balance.Net).Bind(9, balance.Low);
}
