using System.Collections.Concurrent;
using Inventory.Ledger;
using Inventory.Locations;

namespace Inventory.Storage;

/// <summary>The ledger's locations by number, for folds over entries. Locations never change, so what is known stays true.</summary>
/// <remarks>Safe for use from several threads.</remarks>
internal sealed class LocationDirectory
{
    private readonly ConcurrentDictionary<int, Location> _known = new(
        WellKnownLocations.All.Select(location => KeyValuePair.Create(location.Number, location)));

    public Location this[int number] => _known.TryGetValue(number, out var location)
        ? location
        : throw new InventoryCorruptionException($"An entry names location number {number}, which does not exist.");

    public void Add(Location location) => _known[location.Number] = location;

    /// <summary>Loads the locations that entries name and that are not known yet.</summary>
    public async ValueTask EnsureAsync(IStoreReader reader, IEnumerable<Entry> entries)
    {
        HashSet<int>? missing = null;
        foreach (var entry in entries)
        {
            Note(entry.From.Place, ref missing);
            Note(entry.To.Place, ref missing);
        }

        if (missing is not null)
        {
            foreach (var location in await reader.GetLocationsAsync(missing).ConfigureAwait(false))
            {
                Add(location);
            }
        }
    }

    private void Note(int place, ref HashSet<int>? missing)
    {
        if (!_known.ContainsKey(place))
        {
            (missing ??= []).Add(place);
        }
    }
}
