namespace Inventory.Load.Loop;

/// <summary>Works out, from the entries in commit order, the rows that each batch overwrote.</summary>
internal sealed class LedgerRows(Recording recording, RowBuffer entries)
{
    // The columns of inventory_entry, in the order of the schema.
    private const int Sku = 1, Effective = 2, Sequence = 3, Quantity = 4, FromPlace = 5, FromStatus = 7, ToPlace =
        10, ToStatus = 12;
    private const int Kind = 15, Recorded = 16, Date = 18, Cost = 19, IsLate = 24, CommitNo = 27, Chain = 29;

    private readonly RowBuffer _heads = new(
        "UPDATE inventory_head SET sequence = ?3, effective = ?4, recorded = ?5, chain = ?6, "
        + "block_entries = block_entries + ?7 "
        + "WHERE ledger = 1 AND sku = ?1 AND sequence = ?2", "iiiiibi");

    private readonly RowBuffer _openBlocks = new(
        "UPDATE inventory_head SET block_effective = ?2, block_sequence = ?3, block_entries = ?4 "
        + "WHERE ledger = 1 AND sku = ?1", "iiii");

    private readonly RowBuffer _firstPositions = new(
        "INSERT INTO inventory_position (ledger, sku, pool, owner, grade, available, quality_control, damaged, "
        + "quarantined, recalled, withheld, committed, held, backordered) "
        + "VALUES (1, ?1, ?2, 0, 0, ?3, 0, 0, 0, 0, 0, 0, 0, 0)", "iii");

    private readonly RowBuffer _positions = new(
        "UPDATE inventory_position SET available = available + ?3 WHERE ledger = 1 AND sku = ?1 AND pool = ?2 "
        + "AND owner = 0 AND grade = 0 AND available + ?3 - committed - held >= 0", "iii");

    private readonly RowBuffer _balances = new(
        "INSERT INTO inventory_balance (ledger, sku, place, status, lot, owner, grade, quantity, counted_at) "
        + "VALUES (1, ?1, ?2, ?3, 0, 0, 0, ?4, 0) ON CONFLICT (ledger, sku, place, status, lot, owner, grade) "
        + "DO UPDATE SET quantity = excluded.quantity", "iiii");

    private readonly RowBuffer _days = new(
        "INSERT INTO inventory_day (ledger, sku, pool, date, kind, quantity_in, quantity_out, cost_in, entries) "
        + "VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (ledger, sku, pool, date, kind) DO UPDATE SET "
        + "quantity_in = quantity_in + excluded.quantity_in, quantity_out = quantity_out + excluded.quantity_out, "
        + "cost_in = cost_in + excluded.cost_in, entries = entries + excluded.entries", "iiiiiiii");

    private readonly Dictionary<(long Sku, long Place, long Status), long> _quantities = [];
    private readonly HashSet<(long Sku, long Pool)> _begun = [];
    private readonly Dictionary<long, List<int>> _open = [];
    private readonly Dictionary<long, (long Effective, long Sequence)> _closed = [];

    public void Add()
    {
        for (var (start, end) = (0, 0); start < entries.Count; start = end)
        {
            while (end < entries.Count && entries[end, CommitNo] == entries[start, CommitNo])
            {
                end++;
            }

            AddBatch(entries[start, CommitNo], Enumerable.Range(start, end - start).ToList());
        }
    }

    private void AddBatch(long commit, List<int> rows)
    {
        var bySku = rows.GroupBy(row => entries[row, Sku]).ToList();
        foreach (var sku in bySku)
        {
            AddHead(commit, sku.Key, [.. sku]);
        }

        foreach (var sku in bySku)
        {
            AddStock(commit, sku.Key, [.. sku]);
        }

        rows.ForEach(row => recording.Add(commit, entries, row));
        foreach (var row in rows)
        {
            AddToBlock(commit, row);
        }

        foreach (var (sku, (next, sequence)) in _closed)
        {
            recording.Add(commit, _openBlocks, _openBlocks.Add(sku, next, sequence, _open[sku].Count));
        }

        _closed.Clear();
    }

    private void AddHead(long commit, long sku, List<int> rows)
    {
        if (!recording.IsRecorded(commit))
        {
            return;
        }

        var (first, last) = (rows[0], rows[^1]);
        recording.Add(commit, _heads, _heads.Add(
            sku, entries[first, Sequence] - 1, entries[last, Sequence], entries[last, Effective],
                entries[last, Recorded],
            _heads.Keep(entries.Bytes(entries[last, Chain])), rows.Count));
    }

    private void AddStock(long commit, long sku, List<int> rows)
    {
        var spots = new HashSet<(long Place, long Status)>();
        var pools = new Dictionary<long, long>();
        foreach (var row in rows)
        {
            Move(sku, entries[row, FromPlace], entries[row, FromStatus], -entries[row, Quantity], spots, pools);
            Move(sku, entries[row, ToPlace], entries[row, ToStatus], entries[row, Quantity], spots, pools);
        }

        foreach (var (pool, change) in pools)
        {
            var rowsOf = _begun.Add((sku, pool)) ? _firstPositions : _positions;
            recording.Add(commit, rowsOf, rowsOf.Add(sku, pool, change));
        }

        foreach (var (place, status) in spots)
        {
            recording.Add(commit, _balances, _balances.Add(sku, place, status, _quantities[(sku, place, status)]));
        }
    }

    private void Move(
        long sku, long place, long status, long change, HashSet<(long Place, long Status)> spots, Dictionary<long,
            long> pools)
    {
        if (recording.PoolOf(place) is var pool and not 0)
        {
            spots.Add((place, status));
            pools[pool] = pools.GetValueOrDefault(pool) + change;
            _quantities[(sku, place, status)] = _quantities.GetValueOrDefault((sku, place, status)) + change;
        }
    }

    private void AddToBlock(long commit, int row)
    {
        if (entries[row, IsLate] != 0)
        {
            throw new InvalidOperationException("A recording is of a ledger without late facts.");
        }

        var sku = entries[row, Sku];
        if (!_open.TryGetValue(sku, out var open))
        {
            _open.Add(sku, open = []);
        }

        open.Add(row);
        if (recording.Closes(sku, entries[row, Sequence], commit))
        {
            AddDays(commit, sku, open);
            open.Clear();
            _closed[sku] = (entries[row, Effective], entries[row, Sequence] + 1);
        }
    }

    private void AddDays(long commit, long sku, List<int> block)
    {
        foreach (var day in block.GroupBy(row => (Date: entries[row, Date], Kind: entries[row, Kind])))
        {
            var first = day.First();
            var isIn = recording.PoolOf(entries[first, ToPlace]) != 0;
            var pool = recording.PoolOf(entries[first, isIn ? ToPlace : FromPlace]);
            var quantity = day.Sum(row => entries[row, Quantity]);
            var cost = isIn ? day.Sum(row => Math.Max(0, entries[row, Cost])) : 0;
            recording.Add(commit, _days, _days.Add(
                sku, pool, day.Key.Date, day.Key.Kind, isIn ? quantity : 0, isIn ? 0 : quantity, cost, day.Count()));
        }
    }
}
