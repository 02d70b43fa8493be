using Inventory.Ledger;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>How far the streams of each SKU have come.</summary>
internal static class HeadTable
{
    /// <summary>The columns beside a SKU, from column <see cref="FirstJoined"/> on.</summary>
    public const string Joined =
        "h.sequence, h.promise_sequence, h.effective, h.recorded, h.lots, h.block_effective, "
        + "h.block_sequence, h.block_entries, h.chain";

    public const string BySku = $"SELECT {Joined}, h.sku FROM inventory_head h WHERE h.ledger = ?1 AND h.sku = ?2";

    public const string InsertEmpty =
        """
        INSERT INTO inventory_head (ledger, sku, sequence, promise_sequence, effective, recorded, lots, block_effective,
            block_sequence, block_entries, chain)
        VALUES (?1, ?2, 0, 0, 0, 0, 0, 0, 0, 0, zeroblob(16))
        ON CONFLICT (ledger, sku) DO NOTHING
        """;

    public const string Insert =
        """
        INSERT INTO inventory_head (ledger, sku, sequence, promise_sequence, effective, recorded, lots, block_effective,
            block_sequence, block_entries, chain)
        VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
        """;

    /// <summary>Moves a head on under its guard: the sequence it was read at.</summary>
    public const string Advance =
        """
        UPDATE inventory_head SET sequence = ?4, effective = ?5, recorded = ?6, lots = ?7, chain = ?8,
            block_entries = block_entries + ?9
        WHERE ledger = ?1 AND sku = ?2 AND sequence = ?3
        """;

    /// <summary>Where both streams of a SKU stand.</summary>
    public const string Version =
        "SELECT sequence, promise_sequence FROM inventory_head WHERE ledger = ?1 AND sku = ?2";

    public const string AdvancePromises =
        """
        UPDATE inventory_head SET promise_sequence = promise_sequence + ?3 WHERE ledger = ?1 AND sku = ?2
        RETURNING promise_sequence
        """;

    public const string PutOpenBlock =
        """
        UPDATE inventory_head SET block_effective = ?3, block_sequence = ?4, block_entries = ?5
        WHERE ledger = ?1 AND sku = ?2
        """;

    private const int FirstJoined = 13;

    public static Head ReadJoined(Statement row, int sku) => Read(row, sku, FirstJoined);

    public static Head Read(Statement row) => Read(row, row.Int(9), 0);

    public static void Bind(Statement statement, Head head) => statement
        .Bind(2, head.Sku).Bind(3, head.Sequence).Bind(4, head.PromiseSequence).Bind(5, head.Effective)
        .Bind(6, head.Recorded).Bind(7, head.Lots).Bind(8, head.BlockEffective).Bind(9, head.BlockSequence)
        .Bind(10, head.BlockEntries).Bind(11, head.Chain);

    private static Head Read(Statement row, int sku, int first) => row.OptionalLong(first) is not { } sequence
        ? Head.Of(sku)
        : new Head(
            sku, sequence, row.Long(first + 1), row.Long(first + 2), row.Long(first + 3), row.Long(first + 4),
            row.Long(first + 5),
            row.Long(first + 6), row.Int(first + 7), row.Digest(first + 8));
}
