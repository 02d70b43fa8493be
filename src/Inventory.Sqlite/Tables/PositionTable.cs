using Inventory.Ledger;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>What each pool has of each SKU, owner and grade.</summary>
internal static class PositionTable
{
    private const string Columns =
        "sku, pool, owner, grade, available, quality_control, damaged, quarantined, recalled, withheld, committed, "
        + "held, backordered";

    private const string OfSkuUnordered = $"SELECT {Columns} FROM inventory_position WHERE ledger = ?1 AND sku = ?2";

    public const string ByKey = $"{OfSkuUnordered} AND pool = ?3 AND owner = ?4 AND grade = ?5";

    public const string OfSku = $"{OfSkuUnordered} ORDER BY pool, owner, grade";

    public const string Short =
        $"SELECT {Columns} FROM inventory_position WHERE ledger = ?1 AND available < committed + held "
        + "ORDER BY sku, pool, owner, grade";

    public const string Dated =
        $"SELECT {Columns} FROM inventory_position p WHERE ledger = ?1 AND committed + held > 0 "
        + "AND EXISTS (SELECT 1 FROM inventory_dated_supply s WHERE s.ledger = p.ledger AND s.sku = p.sku "
        + "AND s.pool = p.pool AND s.owner = p.owner AND s.grade = p.grade) ORDER BY sku, pool, owner, grade";

    /// <summary>
    /// Adds to a position under its guards: no promise below zero, and what must be available afterwards, unless that
    /// is NULL.
    /// </summary>
    public const string Add =
        """
        UPDATE inventory_position
        SET available = available + ?6, quality_control = quality_control + ?7, damaged = damaged + ?8,
            quarantined = quarantined + ?9, recalled = recalled + ?10, withheld = withheld + ?11,
            committed = committed + ?12, held = held + ?13, backordered = backordered + ?14
        WHERE ledger = ?1 AND sku = ?2 AND pool = ?3 AND owner = ?4 AND grade = ?5
            AND committed + ?12 >= 0 AND held + ?13 >= 0 AND backordered + ?14 >= 0
            AND (?15 IS NULL
                OR (available + ?6) - (committed + ?12) - (held + ?13) - (backordered + ?14) >= ?15)
            AND (?16 IS NULL OR backordered = ?16)
        """;

    public const string Insert =
        $"INSERT INTO inventory_position (ledger, {Columns}) "
        + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)";

    public const string InsertIfNew = Insert + " ON CONFLICT (ledger, sku, pool, owner, grade) DO NOTHING";

    public static Position Read(Statement row) => new(
        row.Int(0), new PositionKey(row.Int(1), row.Int(2), row.Int(3)),
        new StatusQuantities(row.Long(4), row.Long(5), row.Long(6), row.Long(7), row.Long(8), row.Long(9)),
        row.Long(10), row.Long(11), row.Long(12));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, Position position) => BindQuantities(
        BindKey(statement, position.Sku, position.Key), position.Quantities, position.Committed, position.Held,
        position.Backordered);

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, PositionChange change) => BindQuantities(
        BindKey(statement, change.Sku, change.Key), change.Quantities, change.Committed, change.Held,
        change.Backordered).Bind(15, change.AtLeast).Bind(16, change.Waiting);

    /// <summary>Binds the key, all but the ledger.</summary>
    public static Statement BindKey(Statement statement, int sku, PositionKey key) =>
        statement.Bind(2, sku).Bind(3, key.Pool).Bind(4, key.Owner).Bind(5, key.Grade);

    private static Statement BindQuantities(
        Statement statement, StatusQuantities quantities, long committed, long held, long backordered) => statement
        .Bind(6, quantities.Available).Bind(7, quantities.QualityControl).Bind(8, quantities.Damaged)
        .Bind(9, quantities.Quarantined).Bind(10, quantities.Recalled).Bind(11, quantities.Withheld)
        .Bind(12, committed).Bind(13, held).Bind(14, backordered);
}
