using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>The entries of the ledger, in effective order within each SKU.</summary>
internal static class EntryTable
{
    private const string Columns =
        "sku, effective, sequence, quantity, from_place, from_lot, from_status, from_owner, from_grade, "
        + "to_place, to_lot, to_status, to_owner, to_grade, kind, recorded, occurred, business_date, cost, "
        + "reason, counted, reverses, reverses_effective, is_late, line, document_line, commit_no, ordinal, chain";

    private const string FromSku = $"SELECT {Columns} FROM inventory_entry WHERE ledger = ?1 AND sku = ?2";

    public const string ByKey = $"{FromSku} AND effective = ?3 AND sequence = ?4";

    public const string Between =
        $"{FromSku} AND (effective, sequence) >= (?3, ?4) AND (effective, sequence) < (?5, ?6) "
        + "ORDER BY effective, sequence";

    public const string LateAfter =
        $"{FromSku} AND is_late = 1 AND recorded > ?3 ORDER BY recorded DESC, sequence DESC";

    // Two partial indexes, each in effective order, merged: an entry inside one lot is in the first only. They are
    // named, because the planner would rather read the whole SKU, which is in order too.
    public const string OfLot =
        $"SELECT {Columns} FROM inventory_entry INDEXED BY inventory_entry_to_lot "
        + "WHERE ledger = ?1 AND sku = ?2 AND to_lot <> 0 AND to_lot = ?3 UNION ALL "
        + $"SELECT {Columns} FROM inventory_entry INDEXED BY inventory_entry_from_lot "
        + "WHERE ledger = ?1 AND sku = ?2 AND from_lot <> 0 AND from_lot <> to_lot AND from_lot = ?3 "
        + "ORDER BY effective, sequence";

    public const string Insert =
        $"INSERT INTO inventory_entry (ledger, commit_no, {InsertColumns}) "
        + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, "
        + "?21, ?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30)";

    private const string InsertColumns =
        "sku, effective, sequence, quantity, from_place, from_lot, from_status, from_owner, from_grade, "
        + "to_place, to_lot, to_status, to_owner, to_grade, kind, recorded, occurred, business_date, cost, "
        + "reason, counted, reverses, reverses_effective, is_late, line, document_line, ordinal, chain";

    public static Entry Read(Statement row) => new()
    {
        Sku = row.Int(0),
        Effective = row.Long(1),
        Sequence = row.Long(2),
        Quantity = row.Long(3),
        From = ReadSpot(row, 4),
        To = ReadSpot(row, 9),
        Kind = (MovementKind)row.Int(14),
        Recorded = row.Long(15),
        Occurred = row.Long(16),
        BusinessDate = row.Int(17),
        Cost = row.OptionalLong(18),
        Reason = row.Int(19),
        Counted = row.OptionalLong(20),
        Reverses = row.Long(21),
        ReversesEffective = row.Long(22),
        IsLate = row.Flag(23),
        Line = row.Int(24),
        DocumentLine = row.Int(25),
        Commit = row.Long(26),
        Ordinal = row.Int(27),
        Chain = row.Digest(28),
    };

    /// <summary>Binds all but the ledger and the commit, which are the same for a batch.</summary>
    public static void Bind(Statement statement, Entry entry)
    {
        statement.Bind(3, entry.Sku).Bind(4, entry.Effective).Bind(5, entry.Sequence).Bind(6, entry.Quantity);
        BindSpot(statement, 7, entry.From);
        BindSpot(statement, 12, entry.To);
        statement.Bind(17, (long)entry.Kind).Bind(18, entry.Recorded).Bind(19, entry.Occurred)
            .Bind(20, entry.BusinessDate).Bind(21, entry.Cost).Bind(22, entry.Reason).Bind(23, entry.Counted)
            .Bind(24, entry.Reverses).Bind(25, entry.ReversesEffective).Bind(26, entry.IsLate).Bind(27, entry.Line)
            .Bind(28, entry.DocumentLine).Bind(29, entry.Ordinal).Bind(30, entry.Chain);
    }

    private static Spot ReadSpot(Statement row, int first) =>
        new(row.Int(first), row.Long(first + 1), (StockStatus)row.Int(first + 2), row.Int(first + 3),
            row.Int(first + 4));

    private static void BindSpot(Statement statement, int first, Spot spot) => statement
        .Bind(first, spot.Place).Bind(first + 1, spot.Lot).Bind(first + 2, (long)spot.Status)
        .Bind(first + 3, spot.Owner).Bind(first + 4, spot.Grade);
}
