using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Lots;
using Inventory.Sqlite.Connections;
using Inventory.Storage;

namespace Inventory.Sqlite.Tables;

/// <summary>Lots and serials of each SKU.</summary>
internal static class LotTable
{
    private const string Columns =
        "sku, lot, code, on_hand, last_sequence, check_hash, received, produced, best_before, use_by, removal, alert, status";

    private const string OfSkuUnordered = $"SELECT {Columns} FROM inventory_lot WHERE ledger = ?1 AND sku = ?2";

    public const string ByCodeKey = $"{OfSkuUnordered} AND code_key = ?3";

    public const string ByNumber = $"{OfSkuUnordered} AND lot = ?3";

    public const string OfSku = $"{OfSkuUnordered} ORDER BY lot";

    /// <summary>Writes a lot; of one that exists only its status and what is on hand: the rest never changes.</summary>
    public const string Put =
        $"INSERT INTO inventory_lot (ledger, code_key, {Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, "
        + "?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15) ON CONFLICT (ledger, sku, lot) DO UPDATE SET on_hand = excluded.on_hand, "
        + "last_sequence = excluded.last_sequence, status = excluded.status, check_hash = excluded.check_hash";

    public static LotBalance Read(Statement row)
    {
        var term = new LotTerm(row.Int(6), row.Int(7), row.Int(8), row.Int(9), row.Int(10), row.Int(11));
        return new LotBalance(
            new Lot(row.Int(0), row.Long(1), row.Text(2)) { Term = term, Status = (LotStatus)row.Int(12) },
            row.Long(3), row.Long(4));
    }

    public static Checked<LotBalance> ReadChecked(Statement row) => new(Read(row), row.Digest(5));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, LotBalance lot, Digest check) => statement
        .Bind(2, lot.Lot.CodeKey).Bind(3, lot.Lot.Sku).Bind(4, lot.Lot.Number).Bind(5, lot.Lot.Code).Bind(6, lot.OnHand)
        .Bind(7, lot.LastSequence).Bind(8, check)
        .Bind(9, lot.Lot.Term.Received).Bind(10, lot.Lot.Term.Produced).Bind(11, lot.Lot.Term.BestBefore)
        .Bind(12, lot.Lot.Term.UseBy).Bind(13, lot.Lot.Term.Removal).Bind(14, lot.Lot.Term.Alert)
        .Bind(15, (long)lot.Lot.Status);
}
