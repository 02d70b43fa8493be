using Inventory.History;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>Answers questions about quantities, each from one consistent snapshot.</summary>
internal sealed class StockQueries(LocationDirectory locations)
{
    public async ValueTask<Result<OnHand>> GetOnHandAsync(IStoreReader reader, OnHandQuery query)
    {
        if (await Names.FindSkuAsync(reader, query.Sku).ConfigureAwait(false) is not { } row)
        {
            return Missing<OnHand>(ErrorCodes.SkuNotFound, "sku", query.Sku);
        }

        var place = query.Location is null ? null : await Names.FindLocationAsync(reader, query.Location)
            .ConfigureAwait(false);
        var pool = query.Pool is null ? null : await Names.FindLocationAsync(reader, query.Pool).ConfigureAwait(false);
        if ((place is null && query.Location is not null) || (pool is null && query.Pool is not null))
        {
            return place is null && query.Location is not null
                ? Missing<OnHand>(ErrorCodes.LocationNotFound, "location", query.Location)
                : Missing<OnHand>(ErrorCodes.LocationNotFound, "pool", query.Pool!);
        }

        var filter = await StockFilter.FindAsync(reader, query).ConfigureAwait(false);
        if (!filter.Succeeded)
        {
            return new Result<OnHand>(filter.Errors);
        }

        var quantity = query.Lot is null
            ? await OnHandAsync(reader, row, query, place, pool, filter.Value).ConfigureAwait(false)
            : await OnHandOfLotAsync(reader, row, query, place, pool, filter.Value).ConfigureAwait(false);
        if (quantity is not { } steps)
        {
            return Missing<OnHand>(ErrorCodes.LotNotFound, "lot", query.Lot!);
        }

        var ledger = await reader.GetLedgerAsync().ConfigureAwait(false);
        return new Result<OnHand>(new OnHand(
            row.Sku.ToQuantity(steps), Micros.ToInstant(Math.Max(0, ledger.LastRecorded - 1)), reader.RowsRead));
    }

    public static async ValueTask<LotStock?> FindLotAsync(IStoreReader reader, string sku, string lot)
    {
        if (await Names.FindSkuAsync(reader, sku).ConfigureAwait(false) is not { } row
            || Commands.Codes.TryFold(lot) is not { } code
            || await reader.FindLotsAsync([(row.Sku.Number, code)]).ConfigureAwait(false) is not [var found])
        {
            return null;
        }

        var term = found.Lot.Term;
        return new LotStock(
            row.Sku.Code, found.Lot.Code, Micros.ToDate(term.Received), term.ToDates(),
            row.Sku.ToQuantity(found.OnHand), found.LastSequence)
        {
            Status = found.Lot.Status,
        };
    }

    private static Result<T> Missing<T>(ErrorCode code, string target, string value) =>
        new([new InventoryError(code, target, value, null, $"{code.Meaning} Asked for '{value}'. {code.Remedy}")]);

    private async ValueTask<long?> OnHandAsync(IStoreReader reader, SkuRow row, OnHandQuery query, Location? place,
        Location? pool, StockFilter filter)
    {
        var places = await PlacesAsync(reader, row.Sku.Number, query, place, pool).ConfigureAwait(false);
        var spots = await filter.SpotsAsync(reader, row.Sku.Number, places).ConfigureAwait(false);
        var at = query.AsOf is { } asOf ? EntryKey.AfterInstant(Micros.Floor(asOf)) : EntryKey.End;
        if (query.KnownAt is { } knownAt)
        {
            var recorded = Micros.Floor(knownAt);
            var known = await TimelineReader.KnownUpToAsync(reader, row.Head, recorded).ConfigureAwait(false);
            at = known < at ? known : at;
            return await SumAsync(reader, row.Head, spots, at).ConfigureAwait(false)
                - await LearnedLaterAsync(reader, row.Sku.Number, recorded, spots, at).ConfigureAwait(false);
        }

        return await SumAsync(reader, row.Head, spots, at).ConfigureAwait(false);
    }

    private static async ValueTask<long> SumAsync(
        IStoreReader reader, Head head, IReadOnlyCollection<Spot> spots, EntryKey at)
    {
        var sum = 0L;
        foreach (var spot in spots)
        {
            sum += await TimelineReader.OnHandAsync(reader, head, spot, at).ConfigureAwait(false);
        }

        return sum;
    }

    // Late facts recorded after the asked instant are in the sum by now, but were not known then.
    private static async ValueTask<long> LearnedLaterAsync(
        IStoreReader reader, int sku, long recorded, IReadOnlyCollection<Spot> spots, EntryKey before)
    {
        var sum = 0L;
        await foreach (var entry in reader.ReadLateEntriesAsync(sku, recorded).ConfigureAwait(false))
        {
            if (entry.Key < before)
            {
                sum += spots.Sum(spot => TimelineReader.Change(entry, spot));
            }
        }

        return sum;
    }

    private async ValueTask<IReadOnlyCollection<(int Place, StockStatus Status)>> PlacesAsync(
        IStoreReader reader, int sku, OnHandQuery query, Location? place, Location? pool)
    {
        if (place is not null && (!place.IsOwn || (pool is not null && place.Pool != pool.Pool)))
        {
            return [];
        }

        if (place is not null && query.Status is { } one)
        {
            return [(place.Number, one)];
        }

        if (place is not null)
        {
            return [.. Enum.GetValues<StockStatus>().Select(status => (place.Number, status))];
        }

        var spots = new HashSet<(int Place, StockStatus Status)>();
        await foreach (var spot in reader.ReadPlacesAsync(sku).ConfigureAwait(false))
        {
            if (query.Status is not { } status || status == spot.Status)
            {
                spots.Add(spot);
            }
        }

        await locations.EnsureAsync(reader, spots.Select(spot => spot.Place)).ConfigureAwait(false);
        spots.RemoveWhere(spot => pool is not null && locations[spot.Place].Pool != pool.Pool);
        return spots;
    }

    private async ValueTask<long?> OnHandOfLotAsync(IStoreReader reader, SkuRow row, OnHandQuery query,
        Location? place, Location? pool, StockFilter filter)
    {
        if (Commands.Codes.TryFold(query.Lot) is not { } key
            || await reader.FindLotsAsync([(row.Sku.Number, key)]).ConfigureAwait(false) is not [var lot])
        {
            return null;
        }

        var asOf = query.AsOf is { } instant ? Micros.Floor(instant) : long.MaxValue;
        var known = query.KnownAt is { } knownAt ? Micros.Floor(knownAt) : long.MaxValue;
        var sum = 0L;
        await foreach (var entry in reader.ReadLotEntriesAsync(row.Sku.Number, lot.Lot.Number).ConfigureAwait(false))
        {
            if (entry.Effective <= asOf && entry.Recorded <= known)
            {
                await locations.EnsureAsync(reader, [entry]).ConfigureAwait(false);
                sum += Counts(entry.To) ? entry.Quantity : 0;
                sum -= Counts(entry.From) ? entry.Quantity : 0;
            }
        }

        return sum;

        bool Counts(Spot spot) => spot.Lot == lot.Lot.Number && locations[spot.Place].IsOwn
            && (place is null || spot.Place == place.Number)
            && (pool is null || locations[spot.Place].Pool == pool.Pool)
            && (query.Status is null || spot.Status == query.Status)
            && filter.Counts(spot.Owner, spot.Grade);
    }
}
