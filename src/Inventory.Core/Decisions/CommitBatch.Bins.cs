using System.Collections.Frozen;
using System.Runtime.InteropServices;
using Inventory.Ledger;

namespace Inventory.Decisions;

/// <content>What lies in bins.</content>
public sealed partial class CommitBatch
{
    // Most batches move nothing in bins, so these are made when they are first needed.
    private Dictionary<(int Place, int Sku), long>? _bins;
    private Dictionary<int, IReadOnlyList<BinContent>>? _binsBefore;

    /// <summary>What to add to what lies in bins; a row that becomes zero is removed.</summary>
    public IEnumerable<BinContent> Bins => _bins is null ? [] : _bins.Where(change => change.Value != 0)
        .Select(change => new BinContent(change.Key.Sku, change.Key.Place, change.Value));

    /// <summary>
    /// Guard: what lies in bins must be just this, by SKU, because there was room for what comes in.
    /// </summary>
    public IReadOnlyDictionary<int, IReadOnlyList<BinContent>> BinsBefore =>
        _binsBefore ?? (IReadOnlyDictionary<int, IReadOnlyList<BinContent>>)FrozenDictionary<int,
            IReadOnlyList<BinContent>>.Empty;

    internal void MoveBin(int sku, int place, long change) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_bins ??= [], (place, sku), out _) += change;

    /// <summary>A bin must be as the window has it, but for what this batch itself has changed there.</summary>
    internal void GuardBin(int place, BinWindow bin)
    {
        _binsBefore ??= [];
        if (_binsBefore.ContainsKey(place))
        {
            return;
        }

        var before = bin.Clone();
        foreach (var change in Bins.Where(change => change.Place == place))
        {
            before.Move(change.Sku, -change.Quantity);
        }

        _binsBefore.Add(place, [.. before.Rows.Select(row => new BinContent(row.Key, place, row.Value))]);
    }

    private void ForgetBins()
    {
        _bins?.Clear();
        _binsBefore?.Clear();
    }
}
