using Inventory.Ledger;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>Legs of reservations as they stand.</summary>
internal static class ReservationTable
{
    private const string Columns =
        "sku, commit_no, ordinal, leg, pool, owner, grade, line, line_sku, per_unit, needed_by, priority, holder, "
        + "channel, held, expires, committed, backordered, fulfilled, allocated";

    private const string OfSkuUnordered =
        $"SELECT {Columns} FROM inventory_reservation WHERE ledger = ?1 AND sku = ?2";

    private const string OfPosition = $"{OfSkuUnordered} AND pool = ?3 AND owner = ?4 AND grade = ?5";

    private const string Promised = $"{OfPosition} AND (held > 0 OR committed > 0)";

    private const string YoungestFirst = "commit_no DESC, ordinal DESC, leg DESC";

    public const string ByName = $"{OfSkuUnordered} AND commit_no = ?3 AND ordinal = ?4 ORDER BY leg";

    public const string OfSku = $"{OfSkuUnordered} ORDER BY commit_no, ordinal, leg";

    public const string OfHolder =
        $"SELECT {Columns} FROM inventory_reservation WHERE ledger = ?1 AND holder = ?2 AND held > 0 "
        + "AND (expires = 0 OR expires > ?3) ORDER BY expires, sku, commit_no, ordinal, leg";

    // Without being told, SQLite takes the key for as good as these indexes.
    private const string OfLine = "WHERE ledger = ?1 AND holder = ?2 AND line_sku = ?3";

    /// <summary>What of a SKU a holder holds, ended or not.</summary>
    public const string TakenAndHeld =
        $"SELECT {Columns} FROM inventory_reservation INDEXED BY inventory_reservation_holder "
        + $"{OfLine} AND held > 0 ORDER BY expires, sku, commit_no, ordinal, leg";

    /// <summary>What of a SKU is ordered by or was shipped to a holder that holds nothing of it.</summary>
    public const string TakenForGood =
        $"SELECT {Columns} FROM inventory_reservation INDEXED BY inventory_reservation_taken "
        + $"{OfLine} AND held = 0 AND (committed > 0 OR backordered > 0 OR fulfilled > 0) "
        + "ORDER BY sku, commit_no, ordinal, leg";

    public const string Queue =
        $"{OfPosition} AND backordered > 0 ORDER BY priority DESC, commit_no, ordinal, leg";

    public const string PromisedForATime =
        $"{Promised} AND expires > ?6 ORDER BY expires DESC, {YoungestFirst}";

    public const string PromisedForGood = $"{Promised} AND expires = 0 ORDER BY {YoungestFirst}";

    public const string Insert =
        $"INSERT INTO inventory_reservation (ledger, {Columns}) "
        + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21)";

    /// <summary>Changes a leg under its guard: how it stood when the change was decided.</summary>
    public const string Change =
        """
        UPDATE inventory_reservation SET held = ?6, expires = ?7, committed = ?8, backordered = ?9, fulfilled = ?10,
            allocated = ?11
        WHERE ledger = ?1 AND sku = ?2 AND commit_no = ?3 AND ordinal = ?4 AND leg = ?5
            AND held = ?12 AND expires = ?13 AND committed = ?14 AND backordered = ?15 AND fulfilled = ?16
            AND allocated = ?17
        """;

    public static ReservationLeg Read(Statement row) => new(
        new LegKey(row.Long(1), row.Int(2), row.Int(3)), row.Int(0),
        new PositionKey(row.Int(4), row.Int(5), row.Int(6)),
        new PromiseTerms(
            row.Int(7), row.Int(8), row.Long(9), row.Int(10), row.Int(11), row.OptionalText(12), row.Int(13)),
        row.Long(14), row.Long(15), row.Long(16), row.Long(17), row.Long(18), row.Long(19));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, ReservationLeg leg)
    {
        var terms = leg.Terms;
        BindKey(statement, leg).Bind(6, leg.Position.Pool).Bind(7, leg.Position.Owner).Bind(8, leg.Position.Grade)
            .Bind(9, terms.Line).Bind(10, terms.LineSku).Bind(11, terms.PerUnit).Bind(12, terms.NeededBy)
            .Bind(13, terms.Priority).Bind(14, terms.Holder).Bind(15, terms.Channel);
        BindQuantities(statement, leg, 16);
    }

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, ReservationLeg before, ReservationLeg after) =>
        BindQuantities(BindQuantities(BindKey(statement, after), after, 6), before, 12);

    private static Statement BindKey(Statement statement, ReservationLeg leg) => statement
        .Bind(2, leg.Sku).Bind(3, leg.Key.Commit).Bind(4, leg.Key.Ordinal).Bind(5, leg.Key.Leg);

    private static Statement BindQuantities(Statement statement, ReservationLeg leg, int first) => statement
        .Bind(first, leg.Held).Bind(first + 1, leg.Expires).Bind(first + 2, leg.Committed)
        .Bind(first + 3, leg.Backordered).Bind(first + 4, leg.Fulfilled).Bind(first + 5, leg.Allocated);
}
