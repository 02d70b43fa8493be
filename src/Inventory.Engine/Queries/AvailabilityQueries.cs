using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Storage;
using NodaTime;

namespace Inventory.Queries;

/// <summary>Answers what can be promised, for many SKUs and pools at once, each kind of row read in one go.</summary>
internal sealed class AvailabilityQueries(LocationDirectory locations, IClock clock)
{
    public async ValueTask<IReadOnlyList<Availability>> GetAsync(IStoreReader reader, AvailabilityQuery query)
    {
        var now = await NowAsync(reader, clock).ConfigureAwait(false);
        var rows = await SkusAsync(reader, query.Skus).ConfigureAwait(false);
        var positions = await PositionsAsync(reader, query, rows).ConfigureAwait(false);
        var due = await DueAsync(reader, positions, now).ConfigureAwait(false);
        var own = await OwnAsync(reader, query.Holder, now).ConfigureAwait(false);
        await locations.EnsureAsync(reader, positions.Select(at => at.Position.Key.Pool)).ConfigureAwait(false);
        return
        [
            .. positions.Select(at => Describe(
                at.Row, at.Position with { Held = at.Position.Held - due.GetValueOrDefault(At(at.Position)).Due },
                own.GetValueOrDefault(At(at.Position)))),
        ];
    }

    /// <summary>The instant that a question is about: never before what the ledger already knows.</summary>
    public static async ValueTask<long> NowAsync(IStoreReader reader, IClock clock)
    {
        var ledger = await reader.GetLedgerAsync().ConfigureAwait(false);
        return Math.Max(Micros.Floor(clock.GetCurrentInstant()), ledger.LastRecorded);
    }

    /// <summary>What time has done to the holds of positions.</summary>
    public static async ValueTask<Dictionary<(int Sku, PositionKey Key), HoldsDue>> DueAsync(
        IStoreReader reader, IEnumerable<Position> positions, long now)
    {
        var held = positions.Where(position => position.Held > 0).Select(At).ToList();
        var due = await reader.GetHoldsDueAsync(held, now).ConfigureAwait(false);
        return held.Zip(due).ToDictionary(pair => pair.First, pair => pair.Second);
    }

    private static ValueTask<Dictionary<(int Sku, PositionKey Key), HoldsDue>> DueAsync(
        IStoreReader reader, List<(SkuRow Row, Position Position)> positions, long now) =>
        DueAsync(reader, positions.Select(at => at.Position), now);

    private static (int Sku, PositionKey Key) At(Position position) => (position.Sku, position.Key);

    // In the order asked; a code asked for twice is answered once.
    private static async ValueTask<List<SkuRow>> SkusAsync(IStoreReader reader, IReadOnlyList<string> codes)
    {
        var keys = codes.Select(Codes.TryFold).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var found = (await reader.FindSkusAsync(keys).ConfigureAwait(false)).ToDictionary(row => row.Sku.CodeKey);
        return [.. keys.Where(found.ContainsKey).Select(key => found[key])];
    }

    private static async ValueTask<List<(SkuRow Row, Position Position)>> PositionsAsync(
        IStoreReader reader, AvailabilityQuery query, List<SkuRow> rows)
    {
        var positions = new List<(SkuRow, Position)>();
        if (query.Pools is null)
        {
            foreach (var row in rows)
            {
                var all = await reader.GetPositionsOfAsync(row.Sku.Number).ConfigureAwait(false);
                positions.AddRange(all.Select(position => (row, position)));
            }

            return positions;
        }

        var keys = query.Pools.Select(Codes.TryFold).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var pools = (await reader.FindLocationsAsync(keys).ConfigureAwait(false))
            .Where(place => place.Pool > 0).Select(place => place.Pool).Distinct().Order().ToList();
        var asked = rows.SelectMany(row => pools.Select(pool => (row.Sku.Number, new PositionKey(pool)))).ToList();
        var found = (await reader.GetPositionsAsync(asked).ConfigureAwait(false)).ToDictionary(At);
        foreach (var row in rows)
        {
            positions.AddRange(pools.Select(pool => (row.Sku.Number, Key: new PositionKey(pool)))
                .Select(at => (row, found.GetValueOrDefault(at, new Position(at.Number, at.Key, default)))));
        }

        return positions;
    }

    private static async ValueTask<Dictionary<(int Sku, PositionKey Key), long>> OwnAsync(
        IStoreReader reader, string? holder, long now)
    {
        var own = new Dictionary<(int Sku, PositionKey Key), long>();
        if (holder is not null)
        {
            await foreach (var leg in reader.ReadHolderAsync(holder, now).ConfigureAwait(false))
            {
                own[(leg.Sku, leg.Position)] = own.GetValueOrDefault((leg.Sku, leg.Position)) + leg.Held;
            }
        }

        return own;
    }

    private Availability Describe(SkuRow row, Position position, long own)
    {
        var sku = row.Sku;
        var there = position.Quantities;
        return new Availability(
            sku.Code, locations[position.Key.Pool].Code, sku.ToQuantity(position.OnHand),
            sku.ToQuantity(position.OnHand - position.Sellable), sku.ToQuantity(position.Committed),
            sku.ToQuantity(position.Held), sku.ToQuantity(position.Available + own), row.Head.Sequence)
        {
            Blocked = new BlockedStock(
                sku.ToQuantity(there.QualityControl), sku.ToQuantity(there.Damaged),
                sku.ToQuantity(there.Quarantined), sku.ToQuantity(there.Recalled), sku.ToQuantity(there.Withheld)),
            HeldByAsker = sku.ToQuantity(own),
            Backordered = sku.ToQuantity(position.Backordered),
        };
    }
}
