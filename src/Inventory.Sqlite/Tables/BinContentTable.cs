using Inventory.Ledger;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>What lies of each SKU in each bin.</summary>
internal static class BinContentTable
{
    private const string Columns = "sku, place, quantity";

    private const string Key = "ledger = ?1 AND sku = ?2 AND place = ?3";

    public const string OfSku =
        $"SELECT {Columns} FROM inventory_bin_content WHERE ledger = ?1 AND sku = ?2 ORDER BY place";

    public const string OfBin =
        $"SELECT {Columns} FROM inventory_bin_content WHERE ledger = ?1 AND place = ?2 ORDER BY sku";

    public const string Insert = $"INSERT INTO inventory_bin_content (ledger, {Columns}) VALUES (?1, ?2, ?3, ?4)";

    public const string Change = $"UPDATE inventory_bin_content SET quantity = quantity + ?4 WHERE {Key} AND quantity <> -?4";

    public const string Remove = $"DELETE FROM inventory_bin_content WHERE {Key} AND quantity = -?4";

    public static BinContent Read(Statement row) => new(row.Int(0), row.Int(1), row.Long(2));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, BinContent row) =>
        statement.Bind(2, row.Sku).Bind(3, row.Place).Bind(4, row.Quantity);
}
