using Inventory.Locations;
using Inventory.Picking;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>Answers in what order the pick walk comes to places, as they are addressed now.</summary>
internal static class WalkQueries
{
    public static async ValueTask<Result<IReadOnlyList<WalkStop>>> ReadAsync(IStoreReader reader, string location)
    {
        if (await Names.FindLocationAsync(reader, location).ConfigureAwait(false) is not { } top)
        {
            return new([
                new InventoryError(ErrorCodes.LocationNotFound, "location", location, null,
                    $"There is no location '{location}'; define it first or correct the code."),
            ]);
        }

        var tree = new Dictionary<int, Location>();
        var below = new HashSet<int> { top.Number };
        var places = new List<Location>();

        // A parent is older than what lies in it.
        await foreach (var (place, _) in reader.ReadLocationsAsync().ConfigureAwait(false))
        {
            tree.Add(place.Number, place);
            if (place.Number == top.Number || (below.Contains(place.Parent) && below.Add(place.Number)))
            {
                places.Add(place);
            }
        }

        return new(PickWalk.Through(places.Where(place => place.HoldsStock), tree));
    }

    /// <summary>Places and all that they lie in, by number.</summary>
    public static async ValueTask<Dictionary<int, Location>> TreeAsync(IStoreReader reader, HashSet<int> places)
    {
        var tree = new Dictionary<int, Location>();
        var missing = places;
        while (missing.Count > 0)
        {
            var found = await reader.GetLocationsAsync(missing).ConfigureAwait(false);
            if (found.Count < missing.Count)
            {
                throw new InventoryCorruptionException("A place lies in a location that does not exist.");
            }

            foreach (var place in found)
            {
                tree[place.Number] = place;
            }

            missing = tree.Values.Select(place => place.Parent)
                .Where(parent => parent != 0 && !tree.ContainsKey(parent)).ToHashSet();
        }

        return tree;
    }
}
