using System.Collections.Concurrent;
using Inventory.Ledger;
using Inventory.Locations;

namespace Inventory.Storage;

/// <summary>
/// The ledger's locations by number, for folds over entries. What folds ask of them, such as the pool, never changes;
/// what a decision asks, such as a freeze, is not to be had here.
/// </summary>
/// <remarks>Safe for use from several threads.</remarks>
internal sealed class LocationDirectory
{
    private readonly ConcurrentDictionary<int, Location> _known = new(
        WellKnownLocations.All.Select(location => KeyValuePair.Create(location.Number, location)));

    public Location this[int number] => _known.TryGetValue(number, out var location)
        ? location
        : throw new InventoryCorruptionException($"An entry names location number {number}, which does not exist.");

    /// <summary>Forgets locations that were read in a transaction which came to nothing.</summary>
    public void Forget(IEnumerable<Location> locations)
    {
        foreach (var location in locations)
        {
            _known.TryRemove(location.Number, out _);
        }
    }

    /// <summary>Loads the locations that entries name and that are not known yet.</summary>
    public ValueTask EnsureAsync(IHistoryReader reader, IReadOnlyCollection<Entry> entries)
    {
        foreach (var entry in entries)
        {
            if (!_known.ContainsKey(entry.From.Place) || !_known.ContainsKey(entry.To.Place))
            {
                return EnsureAsync(reader, entries.SelectMany(each => new[] { each.From.Place, each.To.Place }));
            }
        }

        return ValueTask.CompletedTask;
    }

    /// <summary>Loads locations that are not known yet.</summary>
    public async ValueTask EnsureAsync(IHistoryReader reader, IEnumerable<int> numbers)
    {
        var missing = numbers.Where(number => !_known.ContainsKey(number)).ToHashSet();
        if (missing.Count > 0)
        {
            foreach (var location in await reader.GetLocationsAsync(missing).ConfigureAwait(false))
            {
                _known[location.Number] = location;
            }
        }
    }
}
