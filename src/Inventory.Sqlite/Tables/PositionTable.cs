using Inventory.Ledger;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>What each pool has of each SKU.</summary>
internal static class PositionTable
{
    private const string Columns = "sku, pool, on_hand, sellable, committed, held";

    public const string ByKey =
        $"SELECT {Columns} FROM inventory_position WHERE ledger = ?1 AND sku = ?2 AND pool = ?3";

    public const string OfSku =
        $"SELECT {Columns} FROM inventory_position WHERE ledger = ?1 AND sku = ?2 ORDER BY pool";

    /// <summary>
    /// Adds to a position under its guards: no promise below zero, and what must be available afterwards, unless that
    /// is NULL.
    /// </summary>
    public const string Add =
        """
        UPDATE inventory_position
        SET on_hand = on_hand + ?4, sellable = sellable + ?5, committed = committed + ?6, held = held + ?7
        WHERE ledger = ?1 AND sku = ?2 AND pool = ?3
            AND committed + ?6 >= 0 AND held + ?7 >= 0
            AND (?8 IS NULL OR (sellable + ?5) - (committed + ?6) - (held + ?7) >= ?8)
        """;

    public const string Insert =
        $"INSERT INTO inventory_position (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    public const string InsertIfNew = Insert + " ON CONFLICT (ledger, sku, pool) DO NOTHING";

    public static Position Read(Statement row) =>
        new(row.Int(0), row.Int(1), row.Long(2), row.Long(3), row.Long(4), row.Long(5));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, Position position) => statement
        .Bind(2, position.Sku).Bind(3, position.Pool).Bind(4, position.OnHand).Bind(5, position.Sellable)
        .Bind(6, position.Committed).Bind(7, position.Held);
}
