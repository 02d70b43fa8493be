using System.Runtime.InteropServices;
using Inventory.Ledger;

namespace Inventory.Decisions;

/// <summary>
/// What is loaded of one position's goods that go bad: sellable units by removal day up to one, and what is promised
/// for days.
/// </summary>
/// <remarks>Mutable; not safe for use from several threads. Quantities in steps of the base unit.</remarks>
public sealed class DatedWindow
{
    private readonly SortedDictionary<int, long> _supply = [];
    private readonly Dictionary<(long Expires, int NeededBy), long> _needs = [];

    /// <summary>Creates a window; rows of the same day are added up.</summary>
    /// <param name="through">The last removal day that is known, as the number yyyymmdd.</param>
    /// <param name="supply">What is sellable; later removal days are left out.</param>
    /// <param name="needs">All that is promised for days.</param>
    public DatedWindow(int through, IEnumerable<DatedSupply> supply, IEnumerable<DatedNeed> needs)
    {
        ArgumentNullException.ThrowIfNull(supply);
        ArgumentNullException.ThrowIfNull(needs);
        Through = through;
        foreach (var row in supply)
        {
            Move(row.Removal, row.Quantity);
        }

        foreach (var row in needs)
        {
            Promise(row.Expires, row.NeededBy, row.Promised);
        }
    }

    private DatedWindow(DatedWindow origin)
    {
        Through = origin.Through;
        _supply = new SortedDictionary<int, long>(origin._supply);
        _needs = new Dictionary<(long Expires, int NeededBy), long>(origin._needs);
    }

    /// <summary>The last removal day that is known, as the number yyyymmdd.</summary>
    public int Through { get; }

    /// <summary>How many rows it holds.</summary>
    public int Rows => _supply.Count + _needs.Count;

    internal IEnumerable<(int Day, long Units)> Supply => _supply.Select(pair => (pair.Key, pair.Value));

    internal IEnumerable<(int Day, long Units)> NeedsAt(long now) => _needs
        .Where(pair => pair.Key.Expires == 0 || now < pair.Key.Expires)
        .Select(pair => (pair.Key.NeededBy, pair.Value));

    internal DatedWindow Clone() => new(this);

    internal void Move(int removal, long change)
    {
        if (removal <= Through)
        {
            _supply[removal] = _supply.GetValueOrDefault(removal) + change;
        }
    }

    internal void Promise(long expires, int neededBy, long change) =>
        CollectionsMarshal.GetValueRefOrAddDefault(_needs, (expires, neededBy), out _) += change;

    internal void Settle(long now)
    {
        foreach (var ended in _needs.Keys.Where(need => need.Expires != 0 && need.Expires <= now).ToList())
        {
            _needs.Remove(ended);
        }
    }
}
