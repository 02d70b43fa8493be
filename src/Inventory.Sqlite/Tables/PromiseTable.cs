using Inventory.Ledger;
using Inventory.Sqlite.Connections;

namespace Inventory.Sqlite.Tables;

/// <summary>The promise entries of each SKU.</summary>
internal static class PromiseTable
{
    private const string Columns =
        "sku, sequence, pool, step, held, committed, recorded, reservation_commit, reservation_ordinal, "
        + "commit_no, ordinal, check_hash";

    public const string After =
        $"SELECT {Columns} FROM inventory_promise_entry WHERE ledger = ?1 AND sku = ?2 "
        + "AND sequence > ?3 ORDER BY sequence";

    public const string Insert =
        $"INSERT INTO inventory_promise_entry (ledger, {Columns}) "
        + "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";

    public static PromiseEntry Read(Statement row) => new(
        row.Int(0), row.Long(1), row.Int(2), (PromiseStep)row.Int(3), row.Long(4), row.Long(5),
        row.Long(6), row.Long(7),
        row.Int(8), row.Long(9), row.Int(10), row.Digest(11));

    /// <summary>Binds all but the ledger.</summary>
    public static void Bind(Statement statement, PromiseEntry promise) => statement
        .Bind(2, promise.Sku).Bind(3, promise.Sequence).Bind(4, promise.Pool).Bind(5, (long)promise.Step)
        .Bind(6, promise.Held).Bind(7, promise.Committed).Bind(8, promise.Recorded)
        .Bind(9, promise.ReservationCommit).Bind(10, promise.ReservationOrdinal).Bind(11, promise.Commit)
        .Bind(12, promise.Ordinal).Bind(13, promise.Check);
}
