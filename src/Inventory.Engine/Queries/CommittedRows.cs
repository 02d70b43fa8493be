using System.Collections.Concurrent;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>
/// Rows that were read while the ledger stood at one commit. As long as it stands there they are what the store would
/// answer, so nobody asks for them again; with the next commit, whoever makes it, all of them are forgotten.
/// </summary>
/// <remarks>
/// Safe for use from several threads. A question finds the commit in its own snapshot, so it never gets a row of
/// another time.
/// </remarks>
internal sealed class CommittedRows(LedgerState ledger)
{
    // A shop asks for what it shows; who walks through a whole catalogue is not helped by a memory of it.
    private const int RowsMax = 20_000;

    private readonly ConcurrentDictionary<string, SkuRow?> _skus = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Location?> _locations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(int Sku, PositionKey Key), Position> _positions = new();
    private readonly ConcurrentDictionary<int, IReadOnlyList<Position>> _positionsOf = new();
    private readonly ConcurrentDictionary<int, IReadOnlyList<Reversed>> _transfersOf = new();

    /// <summary>Whether these are the rows of a snapshot in which the ledger stands so.</summary>
    public bool IsAt(LedgerState now) => now.LastCommit == ledger.LastCommit;

    /// <summary>Whether a pool may have more than one position of a SKU.</summary>
    public bool DivideStock => ledger.References.DivideStock;

    /// <summary>SKUs by folded code; null for one that is not there.</summary>
    public ValueTask<SkuRow?[]> FindSkusAsync(IStoreReader reader, IReadOnlyList<string> keys) => ReadAsync(
        _skus, keys, async missing => (await reader.FindSkusAsync(missing).ConfigureAwait(false))
            .ToDictionary(row => row.Sku.CodeKey, row => (SkuRow?)row, StringComparer.Ordinal), _ => null);

    /// <summary>Locations by folded code; null for one that is not there.</summary>
    public ValueTask<Location?[]> FindLocationsAsync(IStoreReader reader, IReadOnlyList<string> keys) => ReadAsync(
        _locations, keys, async missing => (await reader.FindLocationsAsync(missing).ConfigureAwait(false))
            .ToDictionary(row => row.CodeKey, row => (Location?)row, StringComparer.Ordinal), _ => null);

    /// <summary>Positions by SKU and key; an empty one where there is none.</summary>
    public ValueTask<Position[]> GetPositionsAsync(
        IStoreReader reader, IReadOnlyList<(int Sku, PositionKey Key)> keys) => ReadAsync(
        _positions, keys, async missing => (await reader.GetPositionsAsync(missing).ConfigureAwait(false))
            .ToDictionary(row => (row.Sku, row.Key)), at => new Position(at.Sku, at.Key, default));

    /// <summary>All positions of SKUs, SKU by SKU.</summary>
    public async ValueTask<IEnumerable<Position>> GetPositionsOfAsync(IStoreReader reader, IReadOnlyList<int> skus) =>
        (await ReadAsync(
            _positionsOf, skus, async missing =>
            {
                var found = new Dictionary<int, IReadOnlyList<Position>>();
                foreach (var sku in missing)
                {
                    found[sku] = await reader.GetPositionsOfAsync(sku).ConfigureAwait(false);
                }

                return found;
            },
            _ => []).ConfigureAwait(false)).SelectMany(positions => positions);

    /// <summary>What of SKUs is on its way, SKU by SKU.</summary>
    public async ValueTask<IEnumerable<Reversed>> GetTransfersAsync(IStoreReader reader, IReadOnlyList<int> skus) =>
        (await ReadAsync(
            _transfersOf, skus, async missing => (await reader.GetTransfersAsync(missing).ConfigureAwait(false))
                .GroupBy(open => open.Sku).ToDictionary(open => open.Key, open => (IReadOnlyList<Reversed>)[.. open]),
            _ => []).ConfigureAwait(false)).SelectMany(open => open);

    private static async ValueTask<TRow[]> ReadAsync<TKey, TRow>(
        ConcurrentDictionary<TKey, TRow> known, IReadOnlyList<TKey> keys,
        Func<List<TKey>, ValueTask<Dictionary<TKey, TRow>>> read, Func<TKey, TRow> absent)
        where TKey : notnull
    {
        var rows = new TRow[keys.Count];
        var missing = new List<TKey>();
        var places = new List<int>();
        for (var i = 0; i < rows.Length; i++)
        {
            if (!known.TryGetValue(keys[i], out rows[i]!))
            {
                missing.Add(keys[i]);
                places.Add(i);
            }
        }

        if (missing.Count == 0)
        {
            return rows;
        }

        var found = await read(missing).ConfigureAwait(false);
        if (known.Count + missing.Count > RowsMax)
        {
            known.Clear();
        }

        foreach (var i in places)
        {
            known[keys[i]] = rows[i] = found.TryGetValue(keys[i], out var row) ? row : absent(keys[i]);
        }

        return rows;
    }
}
