using Inventory.Ledger;
using Inventory.Reservations;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>What of the positions of a question is removed on which day, and promised for which.</summary>
internal sealed class DatedReading
{
    private readonly Dictionary<(int Sku, PositionKey Key), Rows> _rows = [];

    /// <summary>Nothing is known to go bad.</summary>
    public static DatedReading None { get; } = new();

    /// <summary>Reads rows in two goes, however many positions are asked for.</summary>
    /// <param name="reader">Where to read.</param>
    /// <param name="locations">The pools of the positions are known there.</param>
    /// <param name="positions">Those whose goods may go bad.</param>
    /// <param name="now">Microseconds since 1970.</param>
    /// <param name="through">The last day that is looked at; null is the last that anything is promised for.</param>
    public static async ValueTask<DatedReading> ReadAsync(
        IStoreReader reader, LocationDirectory locations, IReadOnlyCollection<(int Sku, PositionKey Key)> positions,
        long now, int? through)
    {
        if (positions.Count == 0)
        {
            return None;
        }

        var reading = new DatedReading();
        var needs = (await reader.GetDatedNeedsAsync(positions, now).ConfigureAwait(false))
            .ToLookup(need => (need.Sku, need.Key));
        foreach (var at in positions)
        {
            var today = Micros.BusinessDate(now, locations[at.Key.Pool].TimeZone);
            var last = through ?? needs[at].Select(need => need.NeededBy).DefaultIfEmpty(0).Max();
            reading._rows[at] = new Rows(today, Math.Max(today, last), [], Sum(needs[at]
                .Select(need => (need.NeededBy, need.Promised))));
        }

        var supply = await reader
            .GetDatedSupplyAsync([.. reading._rows.Select(row => (row.Key.Sku, row.Key.Key, row.Value.Through))])
            .ConfigureAwait(false);
        foreach (var row in supply)
        {
            reading._rows[(row.Sku, row.Key)].Supply.Add((row.Removal, row.Quantity));
        }

        return reading;
    }

    /// <summary>Whether goods of a position may go bad.</summary>
    public bool Knows(Position position) => _rows.ContainsKey((position.Sku, position.Key));

    /// <summary>What covers the promises of a position as it is now.</summary>
    public DatedCover Cover(Position position, params IReadOnlyList<int> days)
    {
        var promised = position.Committed + position.Held;
        return _rows.TryGetValue((position.Sku, position.Key), out var rows)
            ? new DatedCover(
                rows.Today, rows.Through, position.Sellable, promised, rows.Supply, rows.Needs, days)
            : new DatedCover(0, 0, position.Sellable, promised, [], []);
    }

    private static List<(int Day, long Units)> Sum(IEnumerable<(int Day, long Units)> rows) =>
        [.. rows.GroupBy(row => row.Day).OrderBy(day => day.Key).Select(day => (day.Key, day.Sum(row => row.Units)))];

    private sealed record Rows(
        int Today, int Through, List<(int Day, long Units)> Supply, List<(int Day, long Units)> Needs);
}
