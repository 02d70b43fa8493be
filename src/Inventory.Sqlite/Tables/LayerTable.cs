using Inventory.Ledger;
using Inventory.Sqlite.Connections;
using Inventory.Valuation;

namespace Inventory.Sqlite.Tables;

/// <summary>The layers of FIFO books.</summary>
internal static class LayerTable
{
    private const string Columns = "sku, book, effective, sequence, quantity, value";

    public const string Between =
        $"SELECT {Columns} FROM inventory_layer WHERE ledger = ?1 AND sku = ?2 AND book = ?3 "
        + "AND (effective, sequence) >= (?4, ?5) AND (effective, sequence) < (?6, ?7) ORDER BY effective, sequence";

    public const string OfSku =
        $"SELECT {Columns} FROM inventory_layer WHERE ledger = ?1 AND sku = ?2 ORDER BY book, effective, sequence";

    public const string DeleteFrom =
        "DELETE FROM inventory_layer WHERE ledger = ?1 AND sku = ?2 AND book = ?3 "
        + "AND (effective, sequence) >= (?4, ?5)";

    public const string Insert = $"INSERT INTO inventory_layer (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    public static Layer Read(Statement row) =>
        new(row.Int(1), row.Int(0), new EntryKey(row.Long(2), row.Long(3)), row.Long(4), row.Long(5));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, Layer layer) => statement
        .Bind(2, layer.Sku).Bind(3, layer.Book).Bind(4, layer.Key.Effective).Bind(5, layer.Key.Sequence)
        .Bind(6, layer.Quantity).Bind(7, layer.Value);
}
