using System.Globalization;
using System.Text;
using Inventory.Load.Loop;
using Microsoft.Data.Sqlite;

namespace Inventory.Load.ByHand;

/// <summary>
/// One command in one transaction, as an application without the library writes it: read, check, insert, update.
/// </summary>
/// <remarks>
/// Same tables, indexes, pragmas and prepared statements as the library, on the native handle. It looks the key up,
/// checks availability, and keeps the command, the entry or promise, the head, the position, the balance and the
/// commit. It does not: hash (blobs of zeros instead), cost, keep blocks and days, or answer repetitions.
/// </remarks>
internal sealed class HandWriter : IDisposable
{
    private const long Shop = 6;
    private const long Customer = 2;

    private static readonly byte[] NoHash = new byte[16];
    private static readonly byte[] Source = [];
    private static readonly byte[] Kind = "PostMovement"u8.ToArray();

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, RawStatement> _statements = [];

    public HandWriter(string path) => _connection = PreparedLoop.Open(path);

    /// <summary>Issues one unit of a SKU.</summary>
    public void Issue(long sku, string key)
    {
        var (commit, now) = Begin(key);
        var head = Query("SELECT sequence FROM inventory_head WHERE ledger = 1 AND sku = ?1", sku);
        TakeOrThrow(
            "UPDATE inventory_position SET available = available - 1 "
            + "WHERE ledger = 1 AND sku = ?1 AND pool = ?2 AND owner = 0 AND grade = 0 AND available - committed - held >= 1", sku);
        Run(
            "UPDATE inventory_balance SET quantity = quantity - 1 WHERE ledger = 1 AND sku = ?1 "
            + "AND place = ?2 AND status = 0 "
            + "AND lot = 0 AND owner = 0 AND grade = 0", sku, Shop);
        Statement("UPDATE inventory_head SET sequence = ?2, effective = ?3, recorded = ?3, "
            + "block_entries = block_entries + 1, "
            + "chain = ?4 WHERE ledger = 1 AND sku = ?1").Bind(1, sku).Bind(2, head + 1).Bind(3, now)
                .BindBlob(4, NoHash).Execute();
        Statement("INSERT INTO inventory_entry VALUES (1, ?1, ?2, ?3, 1, ?4, 0, 0, 0, 0, ?5, 0, 0, 0, 0, 1, "
            + "?2, ?2, ?6, NULL, 0, "
            + "NULL, 0, 0, 0, 0, 0, ?7, 0, ?8)").Bind(1, sku).Bind(2, now).Bind(3, head + 1).Bind(4, Shop)
                .Bind(5, Customer)
            .Bind(6, 20260101).Bind(7, commit).BindBlob(8, NoHash).Execute();
        End(key, commit, now, entries: 1, promises: 0);
    }

    /// <summary>Reserves one unit of each of some SKUs.</summary>
    public void Reserve(long[] skus, string key)
    {
        var (commit, now) = Begin(key);
        for (var leg = 0; leg < skus.Length; leg++)
        {
            Reserve(skus[leg], leg, commit, now);
        }

        End(key, commit, now, entries: 0, promises: skus.Length);
    }

    /// <summary>Reserves one unit of a SKU.</summary>
    public void Reserve(long sku, string key)
    {
        var (commit, now) = Begin(key);
        Reserve(sku, 0, commit, now);
        End(key, commit, now, entries: 0, promises: 1);
    }

    private void Reserve(long sku, long leg, long commit, long now)
    {
        TakeOrThrow(
            "UPDATE inventory_position SET held = held + 1 "
            + "WHERE ledger = 1 AND sku = ?1 AND pool = ?2 AND owner = 0 AND grade = 0 "
            + "AND available - committed - held >= 1", sku);
        var sequence = Query(
            "UPDATE inventory_head SET promise_sequence = promise_sequence + 1 WHERE ledger = 1 AND sku = ?1 "
            + "RETURNING promise_sequence", sku);
        Statement("INSERT INTO inventory_promise_entry VALUES (1, ?1, ?2, ?3, 0, 0, ?5, 0, ?7, 0, 1, 0, 0, 0, 0, 0, ?1, "
            + "1, 0, 0, NULL, 0, ?4, ?5, 0, ?6)")
            .Bind(1, sku).Bind(2, sequence).Bind(3, Shop).Bind(4, now).Bind(5, commit).BindBlob(6, NoHash).Bind(7, leg)
            .Execute();
        Run("INSERT INTO inventory_reservation VALUES (1, ?2, ?1, 0, ?3, 6, 0, 0, 0, ?2, 1, 0, 0, NULL, 0, 1, 0, 0, 0, 0)",
            commit, sku, leg);
    }

    public void Dispose()
    {
        foreach (var statement in _statements.Values)
        {
            statement.Dispose();
        }

        _connection.Dispose();
    }

    private (long Commit, long Now) Begin(string key)
    {
        Run("BEGIN IMMEDIATE");
        var known = Statement(
            "SELECT commit_no FROM inventory_command WHERE ledger = 1 AND key_source = ?1 AND key_text = ?2")
            .BindText(1, Source).BindText(2, Encoding.UTF8.GetBytes(key));
        if (known.Step())
        {
            throw new InvalidOperationException($"The key {key} is used.");
        }

        return (Query("SELECT last_commit FROM inventory_ledger WHERE ledger = ?1", 1) + 1,
            DateTime.UtcNow.Ticks / 10 - 62_135_596_800_000_000);
    }

    private void End(string key, long commit, long now, long entries, long promises)
    {
        Span<byte> reply = stackalloc byte[24];
        Statement("INSERT INTO inventory_command VALUES (1, ?1, 0, ?2, ?3, ?4, ?5, ?6, "
            + "NULL, NULL, NULL, NULL, NULL, NULL, ?7, ?5)")
            .Bind(1, commit).BindText(2, Source).BindText(3, Encoding.UTF8.GetBytes(key)).BindText(4, Kind)
                .BindBlob(5, NoHash)
            .Bind(6, now).BindBlob(7, reply).Execute();
        Statement("INSERT INTO inventory_commit_log VALUES (1, ?1, ?2, 1, ?3, ?4, ?5)")
            .Bind(1, commit).Bind(2, now).Bind(3, entries).Bind(4, promises).BindBlob(5, NoHash).Execute();
        Run("UPDATE inventory_ledger SET last_commit = ?1, last_recorded = ?2 WHERE ledger = 1", commit, now);
        Run("COMMIT");
    }

    private void TakeOrThrow(string sql, long sku)
    {
        if (Run(sql, sku, Shop) != 1)
        {
            throw new InvalidOperationException(string
                .Create(CultureInfo.InvariantCulture, $"SKU {sku} has too little."));
        }
    }

    private int Run(string sql, params ReadOnlySpan<long> values)
    {
        var statement = Statement(sql);
        for (var i = 0; i < values.Length; i++)
        {
            statement.Bind(i + 1, values[i]);
        }

        return statement.Execute();
    }

    private long Query(string sql, long value)
    {
        var statement = Statement(sql).Bind(1, value);
        if (!statement.Step())
        {
            throw new InvalidOperationException($"No row: {sql}");
        }

        var found = statement.Long(0);
        statement.Step();
        statement.Reset();
        return found;
    }

    private RawStatement Statement(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements.Add(sql, statement = new RawStatement(_connection, sql));
        }

        return statement;
    }
}
