using Microsoft.Data.Sqlite;

namespace Inventory.Load.Loop;

/// <summary>What the library left in a database, commit by commit, as rows that a loop can write again.</summary>
/// <remarks>
/// Entries, commands and commits are read as they stand. Heads, positions and balances are overwritten again and
/// again, so their rows are worked out from the entries: one per SKU that a batch touched, as after the batch. What
/// follows the ledger (blocks, balances of blocks, days, checkpoints, layers) is written with the batch that closed
/// its block. Ledgers without late facts, lots and promises only.
/// </remarks>
internal sealed class Recording
{
    private const int BlockSize = 128;

    private readonly Dictionary<long, List<Write>> _batches = [];
    private readonly Dictionary<(long Sku, long Block), long> _closing = [];
    private readonly Dictionary<long, long> _pools = [];
    private readonly long _after;

    private Recording(SqliteConnection finished, long after)
    {
        _after = after;
        foreach (var location in Rows(finished, "SELECT location, pool FROM inventory_location", 2))
        {
            _pools[location[0]] = location[1];
        }

        AddMasterData(finished);
        new LedgerRows(this, RowBuffer.Of(finished, "entry", "commit_no, ordinal, line")).Add();
        AddByCommit(RowBuffer.Of(finished, "command", "commit_no, ordinal"), column: 1);
        AddFollowers(finished);
        AddCommits(finished);
        Batches = [.. _batches.OrderBy(batch => batch.Key).Select(batch => batch.Value)];
    }

    /// <summary>The writes of each transaction, in order.</summary>
    public IReadOnlyList<IReadOnlyList<Write>> Batches { get; }

    public int Commands { get; private set; }

    public long Rows() => Batches.Sum(batch => (long)batch.Count);

    /// <summary>Records what was committed after a commit.</summary>
    public static Recording Of(string path, long afterCommit = 0)
    {
        using var finished = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False");
        finished.Open();
        return new Recording(finished, afterCommit);
    }

    /// <summary>Adds a row to the batch of a commit, unless it was there before the recording began.</summary>
    public void Add(long commit, RowBuffer rows, int row)
    {
        if (commit > _after)
        {
            if (!_batches.TryGetValue(commit, out var writes))
            {
                _batches.Add(commit, writes = []);
            }

            writes.Add(new Write(rows, row));
        }
    }

    public bool IsRecorded(long commit) => commit > _after;

    /// <summary>The pool of a place; 0 when goods there are not ours.</summary>
    public long PoolOf(long place) => _pools[place];

    /// <summary>Whether an entry fills its block; notes which commit closes it.</summary>
    public bool Closes(long sku, long sequence, long commit)
    {
        if (sequence % BlockSize != 0)
        {
            return false;
        }

        _closing.Add((sku, sequence / BlockSize - 1), commit);
        return true;
    }

    internal static IEnumerable<long[]> Rows(SqliteConnection connection, string sql, int columns)
    {
        using var rows = new RawStatement(connection, sql);
        while (rows.Step())
        {
            yield return [.. Enumerable.Range(0, columns).Select(rows.Long)];
        }
    }

    // Master data comes in with the first transaction, whichever one it was.
    private void AddMasterData(SqliteConnection finished)
    {
        if (_after > 0)
        {
            return;
        }

        var catalog = new RowBuffer("UPDATE inventory_ledger SET catalog_version = ?1, skus = ?2, locations = ?3",
            "iii");
        foreach (var row in Rows(finished, "SELECT catalog_version, skus, locations FROM inventory_ledger", 3))
        {
            Add(1, catalog, catalog.Add(row));
        }

        var locations = RowBuffer.Of(finished, "location", "location");
        for (var row = 0; row < locations.Count; row++)
        {
            if (locations[row, 1] > 5)
            {
                Add(1, locations, row);
            }
        }

        var skus = RowBuffer.Of(finished, "sku", "sku");
        var heads = new RowBuffer(
            "INSERT INTO inventory_head (ledger, sku, sequence, promise_sequence, effective, recorded, lots, "
            + "block_effective, "
            + "block_sequence, block_entries, chain) VALUES (1, ?1, 0, 0, 0, 0, 0, 0, 0, 0, zeroblob(16))", "i");
        for (var row = 0; row < skus.Count; row++)
        {
            Add(1, skus, row);
            Add(1, heads, heads.Add(skus[row, 1]));
        }
    }

    private void AddByCommit(RowBuffer rows, int column)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            Add(rows[row, column], rows, row);
            Commands += rows[row, column] > _after ? 1 : 0;
        }
    }

    private void AddFollowers(SqliteConnection finished)
    {
        AddFollower(RowBuffer.Of(finished, "block"), 3, sequence => sequence / BlockSize);
        AddFollower(RowBuffer.Of(finished, "block_balance"), 5, sequence => sequence / BlockSize);
        AddFollower(RowBuffer.Of(finished, "checkpoint"), 4, sequence => sequence / BlockSize - 1);
        AddFollower(RowBuffer.Of(finished, "layer"), 4, sequence => (sequence - 1) / BlockSize);
    }

    private void AddFollower(RowBuffer rows, int column, Func<long, long> block)
    {
        for (var row = 0; row < rows.Count; row++)
        {
            Add(_closing[(rows[row, 1], block(rows[row, column]))], rows, row);
        }
    }

    private void AddCommits(SqliteConnection finished)
    {
        var commits = RowBuffer.Of(finished, "commit_log", "commit_no");
        var advance = new RowBuffer(
            "UPDATE inventory_ledger SET last_commit = ?1, last_recorded = ?2 WHERE ledger = 1", "ii");
        for (var row = 0; row < commits.Count; row++)
        {
            Add(commits[row, 1], commits, row);
            Add(commits[row, 1], advance, advance.Add(commits[row, 1], commits[row, 2]));
        }
    }
}
