using Inventory.Locations;

namespace Inventory.Picking;

/// <summary>The order in which the pick walk comes to places.</summary>
public static class PickWalk
{
    /// <summary>The walk through places, from zone to zone and from place to place.</summary>
    /// <remarks>
    /// Zones come by their own sequence and places by theirs; those without one, or with the same, by number. Zones
    /// without a sequence, and then places outside of zones, are last. O(n log n).
    /// </remarks>
    /// <param name="places">The places, each once; those without a sequence are no stops.</param>
    /// <param name="tree">All locations that they lie in, by number.</param>
    /// <param name="start">
    /// The number of the stop to begin at; the walk then goes round and ends before it. 0 begins at the first.
    /// </param>
    /// <returns>The stops in order.</returns>
    /// <exception cref="ArgumentException">The walk does not come to the place it is to begin at.</exception>
    public static IReadOnlyList<WalkStop> Through(
        IEnumerable<Location> places, IReadOnlyDictionary<int, Location> tree, int start = 0)
    {
        ArgumentNullException.ThrowIfNull(places);
        ArgumentNullException.ThrowIfNull(tree);
        var stops = places.Where(place => Sequence(place) is not null)
            .Select(place => (Place: place, Zone: ZoneOf(place, tree))).ToList();
        var shared = stops.GroupBy(Slot).Where(same => same.Skip(1).Any()).Select(same => same.Key).ToHashSet();
        List<WalkStop> walk =
        [
            .. stops.OrderBy(stop => stop.Zone is null)
                .ThenBy(stop => (stop.Zone is null ? null : Sequence(stop.Zone)) ?? int.MaxValue)
                .ThenBy(stop => stop.Zone?.Number)
                .ThenBy(stop => Sequence(stop.Place)).ThenBy(stop => stop.Place.Number)
                .Select(stop => new WalkStop(stop.Place, stop.Zone, shared.Contains(Slot(stop)))),
        ];
        if (start == 0)
        {
            return walk;
        }

        var first = walk.FindIndex(stop => stop.Place.Number == start);
        return first >= 0
            ? [.. walk[first..], .. walk[..first]]
            : throw new ArgumentException($"The walk does not come to place number {start}.", nameof(start));
    }

    /// <summary>When the walk comes to each of some places, from 0; those it does not come to are missing.</summary>
    /// <param name="places">The places, each once.</param>
    /// <param name="tree">All locations that they lie in, by number.</param>
    /// <param name="start">The number of the stop to begin at; 0 begins at the first.</param>
    /// <returns>The ranks by the places' numbers.</returns>
    /// <exception cref="ArgumentException">The walk does not come to the place it is to begin at.</exception>
    public static IReadOnlyDictionary<int, int> Ranks(
        IEnumerable<Location> places, IReadOnlyDictionary<int, Location> tree, int start = 0) =>
        Through(places, tree, start).Select((stop, rank) => (stop.Place.Number, Rank: rank))
            .ToDictionary(stop => stop.Number, stop => stop.Rank);

    /// <summary>Says of goods when the walk comes to them.</summary>
    /// <param name="candidates">The goods, in any order.</param>
    /// <param name="tree">All locations that they lie in, and the one to begin at, by number.</param>
    /// <param name="start">The number of the stop to begin at; 0 begins at the first.</param>
    /// <returns>The same goods, each with its place on the walk.</returns>
    /// <exception cref="ArgumentException">The walk does not come to the place it is to begin at.</exception>
    public static IReadOnlyList<PickCandidate> Along(
        IReadOnlyCollection<PickCandidate> candidates, IReadOnlyDictionary<int, Location> tree, int start = 0)
    {
        ArgumentNullException.ThrowIfNull(candidates);
        ArgumentNullException.ThrowIfNull(tree);
        var places = candidates.Select(candidate => candidate.Spot.Place).ToHashSet();
        if (start != 0)
        {
            places.Add(start);
        }

        var ranks = Ranks(places.Select(place => tree[place]), tree, start);
        return
        [
            .. candidates.Select(candidate => candidate with
            {
                Walk = ranks.GetValueOrDefault(candidate.Spot.Place, PickCandidate.OffTheWalk),
            }),
        ];
    }

    private static int? Sequence(Location place) => place.Details.Address?.Walk;

    private static (int Zone, int? Sequence) Slot((Location Place, Location? Zone) stop) =>
        (stop.Zone?.Number ?? 0, Sequence(stop.Place));

    private static Location? ZoneOf(Location place, IReadOnlyDictionary<int, Location> tree)
    {
        while (place.Parent != 0)
        {
            place = tree[place.Parent];
            if (place.Kind == LocationKind.Zone)
            {
                return place;
            }
        }

        return null;
    }
}
