using Inventory.Ledger;
using Inventory.Sqlite.Connections;
using Inventory.Valuation;

namespace Inventory.Sqlite.Tables;

/// <summary>What was taken out of layers past the queue.</summary>
internal static class LayerTakeTable
{
    private const string Columns = "sku, book, layer_effective, layer_sequence, effective, sequence, quantity";

    private const string InKeyOrder = "layer_effective, layer_sequence, effective, sequence";

    public const string FromLayerBefore =
        $"SELECT {Columns} FROM inventory_layer_take WHERE ledger = ?1 AND sku = ?2 AND book = ?3 "
        + "AND (layer_effective, layer_sequence) >= (?4, ?5) AND (effective, sequence) < (?6, ?7) "
        + $"ORDER BY {InKeyOrder}";

    public const string OfSku =
        $"SELECT {Columns} FROM inventory_layer_take WHERE ledger = ?1 AND sku = ?2 ORDER BY book, {InKeyOrder}";

    // Takes are as rare as the reversals of receipts: all of a SKU are looked through.
    public const string DeleteFrom =
        "DELETE FROM inventory_layer_take WHERE ledger = ?1 AND sku = ?2 AND book = ?3 "
        + "AND (effective, sequence) >= (?4, ?5)";

    public const string Insert =
        $"INSERT INTO inventory_layer_take (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";

    public static LayerTake Read(Statement row) => new(
        row.Int(1), row.Int(0), new EntryKey(row.Long(2), row.Long(3)),
        new EntryKey(row.Long(4), row.Long(5)), row.Long(6));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, LayerTake take) => statement
        .Bind(2, take.Sku).Bind(3, take.Book).Bind(4, take.Layer.Effective).Bind(5, take.Layer.Sequence)
        .Bind(6, take.Key.Effective).Bind(7, take.Key.Sequence).Bind(8, take.Quantity);
}
