using Inventory.Ledger;
using Inventory.Sqlite.Connections;
using Inventory.Valuation;

namespace Inventory.Sqlite.Tables;

/// <summary>What specific books know of lots just before blocks begin.</summary>
internal static class LotCostTable
{
    private const string Columns =
        "sku, book, lot, start_effective, start_sequence, quantity_in, value_in, quantity_out, cost_out, "
        + "short_quantity, short_cost, last_quantity, last_value, taken, taken_cost";

    public const string LastUpTo =
        $"SELECT {Columns} FROM inventory_lot_cost WHERE ledger = ?1 AND sku = ?2 AND book = ?3 AND lot = ?4 "
        + "AND (start_effective, start_sequence) <= (?5, ?6) ORDER BY start_effective DESC, "
        + "start_sequence DESC LIMIT 1";

    public const string OfSku =
        $"SELECT {Columns} FROM inventory_lot_cost WHERE ledger = ?1 AND sku = ?2 "
        + "ORDER BY book, lot, start_effective, start_sequence";

    public const string DeleteAfter =
        "DELETE FROM inventory_lot_cost WHERE ledger = ?1 AND sku = ?2 AND book = ?3 "
        + "AND (start_effective, start_sequence) > (?4, ?5)";

    public const string Insert =
        $"INSERT INTO inventory_lot_cost (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
        + "?10, ?11, ?12, ?13, ?14, ?15, ?16)";

    public static LotCost Read(Statement row) => new(
        row.Int(1), row.Int(0), row.Long(2), new EntryKey(row.Long(3), row.Long(4)),
        new BookState(
            row.Long(5), row.Long(6), row.Long(7), row.Long(8), row.Long(9), row.Long(10), row.Long(11), row.Long(12),
            EntryKey.Start, row.Long(13)),
        row.Long(14));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, LotCost lot)
    {
        var state = lot.State;
        statement.Bind(2, lot.Sku).Bind(3, lot.Book).Bind(4, lot.Lot).Bind(5, lot.Start.Effective)
            .Bind(6, lot.Start.Sequence).Bind(7, state.QuantityIn).Bind(8, state.ValueIn)
            .Bind(9, state.QuantityOut).Bind(10, state.CostOut).Bind(11, state.ShortQuantity)
            .Bind(12, state.ShortCost).Bind(13, state.LastQuantity).Bind(14, state.LastValue)
            .Bind(15, state.FrontTaken).Bind(16, lot.TakenCost);
    }
}
