using Inventory.Ledger;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>How much of each entry has been reversed, and what of a dispatched one is on its way.</summary>
internal static class ReversedTable
{
    private const string Columns = "sku, sequence, quantity, dispatched, effective";

    public const string ByKey =
        $"SELECT {Columns} FROM inventory_reversed WHERE ledger = ?1 AND sku = ?2 AND sequence = ?3";

    public const string OfSku =
        $"SELECT {Columns} FROM inventory_reversed WHERE ledger = ?1 AND sku = ?2 ORDER BY sequence";

    private const string OnTheirWay =
        $"SELECT {Columns} FROM inventory_reversed WHERE ledger = ?1 AND dispatched > quantity";

    public const string Open = $"{OnTheirWay} ORDER BY sku, sequence";

    public const string OpenOfSku = $"{OnTheirWay} AND sku = ?2 ORDER BY sequence";

    public const string Add =
        $"INSERT INTO inventory_reversed (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
        + "ON CONFLICT (ledger, sku, sequence) DO UPDATE SET quantity = quantity + excluded.quantity";

    public static Reversed Read(Statement row) =>
        new(row.Int(0), row.Long(1), row.Long(2), row.Long(3), row.Long(4));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, Reversed reversed) => statement
        .Bind(2, reversed.Sku).Bind(3, reversed.Sequence).Bind(4, reversed.Quantity)
        .Bind(5, reversed.Dispatched).Bind(6, reversed.Effective);
}
