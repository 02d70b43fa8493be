using System.Runtime.InteropServices;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Days;

/// <summary>Folds entries into daily totals. Order does not matter.</summary>
/// <remarks>Not safe for use from several threads.</remarks>
public sealed class DayFold
{
    private readonly Dictionary<(int Pool, int Date, MovementKind Kind), DayTotal> _totals = [];
    private readonly Func<int, Location> _location;

    /// <summary>Creates an empty fold.</summary>
    /// <param name="location">Finds a location by its number.</param>
    public DayFold(Func<int, Location> location) => _location = location;

    /// <summary>The totals so far, in no particular order.</summary>
    public IReadOnlyCollection<DayTotal> Totals => _totals.Values;

    /// <summary>Adds an entry.</summary>
    /// <param name="entry">The entry; all entries of one fold belong to one SKU.</param>
    public void Add(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var from = _location(entry.From.Place).Pool;
        var to = _location(entry.To.Place).Pool;
        if (from == to)
        {
            return;
        }

        if (from != 0)
        {
            ref var total = ref At(entry, from);
            total = total with { Out = total.Out + entry.Quantity, Entries = total.Entries + 1 };
        }

        if (to != 0)
        {
            ref var total = ref At(entry, to);
            total = total with
            {
                In = total.In + entry.Quantity,
                CostIn = total.CostIn + (entry.Cost ?? 0),
                Entries = total.Entries + 1,
            };
        }
    }

    /// <summary>Forgets all totals.</summary>
    public void Clear() => _totals.Clear();

    private ref DayTotal At(Entry entry, int pool)
    {
        ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(
            _totals, (pool, entry.BusinessDate, entry.Kind), out var exists);
        if (!exists)
        {
            total = new DayTotal(entry.Sku, pool, entry.BusinessDate, entry.Kind, 0, 0, 0, 0);
        }

        return ref total;
    }
}
