using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>The promise entries of each SKU.</summary>
internal static class PromiseTable
{
    private const string Columns =
        "sku, sequence, pool, owner, grade, reservation_commit, reservation_ordinal, leg, step, held, expires, "
        + "committed, backordered, fulfilled, allocated, place, lot, picked, line, line_sku, per_unit, needed_by, priority, holder, channel, "
        + "recorded, commit_no, ordinal, check_hash";

    public const string After =
        $"SELECT {Columns} FROM inventory_promise_entry WHERE ledger = ?1 AND sku = ?2 "
        + "AND sequence > ?3 ORDER BY sequence";

    public const string Insert =
        $"INSERT INTO inventory_promise_entry (ledger, {Columns}) "
        + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, "
        + "?22, ?23, ?24, ?25, ?26, ?27, ?28, ?29, ?30)";

    public static PromiseEntry Read(Statement row) => new()
    {
        Sku = row.Int(0),
        Sequence = row.Long(1),
        Position = new PositionKey(row.Int(2), row.Int(3), row.Int(4)),
        Leg = new LegKey(row.Long(5), row.Int(6), row.Int(7)),
        Step = (PromiseStep)row.Int(8),
        Held = row.Long(9),
        Expires = row.Long(10),
        Committed = row.Long(11),
        Backordered = row.Long(12),
        Fulfilled = row.Long(13),
        Allocated = row.Long(14),
        Spot = IsBound(row)
            ? new Spot((int)Agreed(row, 15), Agreed(row, 16), StockStatus.Available, row.Int(3), row.Int(4))
            : null,
        IsPicked = IsBound(row) && Agreed(row, 17) is not 0 && row.Flag(17),
        Terms = Enumerable.Range(18, 7).All(row.IsNull)
            ? null
            : new PromiseTerms(
                (int)Agreed(row, 18), (int)Agreed(row, 19), Agreed(row, 20), (int)Agreed(row, 21),
                (int)Agreed(row, 22), row.OptionalText(23), (int)Agreed(row, 24)),
        Recorded = row.Long(25),
        Commit = row.Long(26),
        Ordinal = row.Int(27),
        Check = row.Digest(28),
    };

    private static bool IsBound(Statement row) => !Enumerable.Range(15, 3).All(row.IsNull);

    // What was agreed on, or bound, is there as a whole, or not at all.
    private static long Agreed(Statement row, int column) => row.OptionalLong(column)
        ?? throw new FormatException("A promise lacks a part of what was agreed on or bound.");

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, PromiseEntry promise)
    {
        var terms = promise.Terms;
        statement.Bind(2, promise.Sku).Bind(3, promise.Sequence).Bind(4, promise.Position.Pool)
            .Bind(5, promise.Position.Owner).Bind(6, promise.Position.Grade).Bind(7, promise.Leg.Commit)
            .Bind(8, promise.Leg.Ordinal)
            .Bind(9, promise.Leg.Leg).Bind(10, (long)promise.Step).Bind(11, promise.Held).Bind(12, promise.Expires)
            .Bind(13, promise.Committed).Bind(14, promise.Backordered).Bind(15, promise.Fulfilled)
            .Bind(16, promise.Allocated).Bind(17, promise.Spot?.Place).Bind(18, promise.Spot?.Lot)
            .Bind(19, promise.Spot is null ? null : promise.IsPicked ? 1L : 0L)
            .Bind(20, terms?.Line).Bind(21, terms?.LineSku).Bind(22, terms?.PerUnit).Bind(23, terms?.NeededBy)
            .Bind(24, terms?.Priority).Bind(25, terms?.Holder).Bind(26, terms?.Channel)
            .Bind(27, promise.Recorded).Bind(28, promise.Commit).Bind(29, promise.Ordinal).Bind(30, promise.Check);
    }
}
