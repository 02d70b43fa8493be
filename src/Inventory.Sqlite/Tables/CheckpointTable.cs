using Inventory.Ledger;
using Inventory.Sqlite.Connections;
using Inventory.Valuation;

namespace Inventory.Sqlite.Tables;

/// <summary>The states of books just before blocks begin.</summary>
internal static class CheckpointTable
{
    private const string Columns =
        "sku, book, start_effective, start_sequence, quantity_in, value_in, quantity_out, cost_out, "
        + "short_quantity, short_cost, last_quantity, last_value, front_effective, front_sequence, front_taken";

    public const string LastUpTo =
        $"SELECT {Columns} FROM inventory_checkpoint WHERE ledger = ?1 AND sku = ?2 AND book = ?3 "
        + "AND (start_effective, start_sequence) <= (?4, ?5) ORDER BY start_effective DESC, "
        + "start_sequence DESC LIMIT 1";

    public const string OfSku =
        $"SELECT {Columns} FROM inventory_checkpoint WHERE ledger = ?1 AND sku = ?2 "
        + "ORDER BY book, start_effective, start_sequence";

    public const string DeleteAfter =
        """
        DELETE FROM inventory_checkpoint
        WHERE ledger = ?1 AND sku = ?2 AND book = ?3 AND (start_effective, start_sequence) > (?4, ?5)
        """;

    public const string Put =
        $"INSERT INTO inventory_checkpoint (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, "
        + "?10, ?11, ?12, ?13, ?14, ?15, ?16) ON CONFLICT (ledger, sku, book, start_effective, "
        + "start_sequence) DO UPDATE SET quantity_in = excluded.quantity_in, value_in = excluded.value_in, "
        + "quantity_out = excluded.quantity_out, cost_out = excluded.cost_out, "
        + "short_quantity = excluded.short_quantity, short_cost = excluded.short_cost, "
        + "last_quantity = excluded.last_quantity, last_value = excluded.last_value, "
        + "front_effective = excluded.front_effective, front_sequence = excluded.front_sequence, "
        + "front_taken = excluded.front_taken";

    public static Checkpoint Read(Statement row) => new(
        row.Int(1), row.Int(0), new EntryKey(row.Long(2), row.Long(3)),
        new BookState(
            row.Long(4), row.Long(5), row.Long(6), row.Long(7), row.Long(8), row.Long(9), row.Long(10), row.Long(11),
            new EntryKey(row.Long(12), row.Long(13)), row.Long(14)));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, Checkpoint checkpoint)
    {
        var state = checkpoint.State;
        statement.Bind(2, checkpoint.Sku).Bind(3, checkpoint.Book).Bind(4, checkpoint.Start.Effective)
            .Bind(5, checkpoint.Start.Sequence).Bind(6, state.QuantityIn).Bind(7, state.ValueIn)
            .Bind(8, state.QuantityOut).Bind(9, state.CostOut).Bind(10, state.ShortQuantity)
            .Bind(11, state.ShortCost).Bind(12, state.LastQuantity).Bind(13, state.LastValue)
            .Bind(14, state.Front.Effective).Bind(15, state.Front.Sequence).Bind(16, state.FrontTaken);
    }
}
