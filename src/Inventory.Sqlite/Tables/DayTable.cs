using Inventory.Days;
using Inventory.Movements;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>Daily totals.</summary>
internal static class DayTable
{
    private const string Columns = "sku, pool, date, kind, quantity_in, quantity_out, cost_in, entries";

    // Jumps from pool to pool, so that a month is read without the years around it.
    public const string Between =
        """
        WITH RECURSIVE pools (pool) AS (
            SELECT min(pool) FROM inventory_day WHERE ledger = ?1 AND sku = ?2
            UNION ALL
            SELECT (SELECT min(d.pool) FROM inventory_day d WHERE d.ledger = ?1 AND d.sku = ?2 AND d.pool > pools.pool)
            FROM pools WHERE pools.pool IS NOT NULL)
        SELECT d.sku, d.pool, d.date, d.kind, d.quantity_in, d.quantity_out, d.cost_in, d.entries
        FROM pools CROSS JOIN inventory_day d
        WHERE d.ledger = ?1 AND d.sku = ?2 AND d.pool = pools.pool AND d.date BETWEEN ?3 AND ?4
        ORDER BY d.pool, d.date, d.kind
        """;

    public const string OfSku =
        $"SELECT {Columns} FROM inventory_day WHERE ledger = ?1 AND sku = ?2 ORDER BY pool, date, kind";

    public const string Add =
        $"INSERT INTO inventory_day (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9) "
        + "ON CONFLICT (ledger, sku, pool, date, kind) DO UPDATE SET quantity_in = quantity_in + excluded.quantity_in, "
        + "quantity_out = quantity_out + excluded.quantity_out, cost_in = cost_in + excluded.cost_in, "
        + "entries = entries + excluded.entries";

    public static DayTotal Read(Statement row) => new(
        row.Int(0), row.Int(1), row.Int(2), (MovementKind)row.Int(3), row.Long(4), row.Long(5),
        row.Long(6), row.Int(7));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, DayTotal day) => statement
        .Bind(2, day.Sku).Bind(3, day.Pool).Bind(4, day.Date).Bind(5, (long)day.Kind).Bind(6, day.In).Bind(7, day.Out)
        .Bind(8, day.CostIn).Bind(9, day.Entries);
}
