using Inventory.Ledger;
using Inventory.Sqlite.Connections;
using Inventory.Timeline;

namespace Inventory.Sqlite.Tables;

/// <summary>Closed blocks.</summary>
internal static class BlockTable
{
    private const string Columns = "sku, start_effective, start_sequence, entries, recorded_from";

    private const string OfSkuUnordered = $"SELECT {Columns} FROM inventory_block WHERE ledger = ?1 AND sku = ?2";

    public const string LastUpTo =
        $"{OfSkuUnordered} AND (start_effective, start_sequence) <= (?3, ?4) "
        + "ORDER BY start_effective DESC, start_sequence DESC LIMIT 1";

    public const string FirstAfter =
        $"{OfSkuUnordered} AND (start_effective, start_sequence) > (?3, ?4) "
        + "ORDER BY start_effective, start_sequence LIMIT 1";

    public const string LastRecordedFrom =
        $"{OfSkuUnordered} AND recorded_from <= ?3 "
        + "ORDER BY recorded_from DESC, start_effective DESC, start_sequence DESC LIMIT 1";

    public const string OfSku = $"{OfSkuUnordered} ORDER BY start_effective, start_sequence";

    public const string Put =
        $"INSERT INTO inventory_block (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
        + "ON CONFLICT (ledger, sku, start_effective, start_sequence) "
        + "DO UPDATE SET entries = excluded.entries, recorded_from = excluded.recorded_from";

    public static Block Read(Statement row) =>
        new(row.Int(0), new EntryKey(row.Long(1), row.Long(2)), row.Int(3), row.Long(4));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, Block block) => statement
        .Bind(2, block.Sku).Bind(3, block.Start.Effective).Bind(4, block.Start.Sequence).Bind(5, block.Entries)
        .Bind(6, block.RecordedFrom);
}
