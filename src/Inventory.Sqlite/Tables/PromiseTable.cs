using Inventory.Ledger;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>The promise entries of each SKU.</summary>
internal static class PromiseTable
{
    private const string Columns =
        "sku, sequence, pool, owner, grade, reservation_commit, reservation_ordinal, leg, step, held, expires, "
        + "committed, backordered, fulfilled, line, line_sku, per_unit, needed_by, priority, holder, channel, "
        + "recorded, commit_no, ordinal, check_hash";

    public const string After =
        $"SELECT {Columns} FROM inventory_promise_entry WHERE ledger = ?1 AND sku = ?2 "
        + "AND sequence > ?3 ORDER BY sequence";

    public const string Insert =
        $"INSERT INTO inventory_promise_entry (ledger, {Columns}) "
        + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, "
        + "?22, ?23, ?24, ?25, ?26)";

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
        Terms = Enumerable.Range(14, 7).All(row.IsNull)
            ? null
            : new PromiseTerms(
                (int)Agreed(row, 14), (int)Agreed(row, 15), Agreed(row, 16), (int)Agreed(row, 17),
                (int)Agreed(row, 18), row.OptionalText(19), (int)Agreed(row, 20)),
        Recorded = row.Long(21),
        Commit = row.Long(22),
        Ordinal = row.Int(23),
        Check = row.Digest(24),
    };

    // What was agreed on is there as a whole, or not at all.
    private static long Agreed(Statement row, int column) => row.OptionalLong(column)
        ?? throw new FormatException("A promise lacks a part of what was agreed on.");

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, PromiseEntry promise)
    {
        var terms = promise.Terms;
        statement.Bind(2, promise.Sku).Bind(3, promise.Sequence).Bind(4, promise.Position.Pool)
            .Bind(5, promise.Position.Owner).Bind(6, promise.Position.Grade).Bind(7, promise.Leg.Commit)
            .Bind(8, promise.Leg.Ordinal)
            .Bind(9, promise.Leg.Leg).Bind(10, (long)promise.Step).Bind(11, promise.Held).Bind(12, promise.Expires)
            .Bind(13, promise.Committed).Bind(14, promise.Backordered).Bind(15, promise.Fulfilled)
            .Bind(16, terms?.Line).Bind(17, terms?.LineSku).Bind(18, terms?.PerUnit).Bind(19, terms?.NeededBy)
            .Bind(20, terms?.Priority).Bind(21, terms?.Holder).Bind(22, terms?.Channel)
            .Bind(23, promise.Recorded).Bind(24, promise.Commit).Bind(25, promise.Ordinal).Bind(26, promise.Check);
    }
}
