using System.Globalization;
using Inventory.Books;
using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Lots;
using Inventory.Storage;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Queries;

/// <summary>Sorts what is on hand by the days that are left until it must go, from one consistent snapshot.</summary>
internal sealed class ShelfLifeQueries(LocationDirectory locations, BookKeeper keeper, int costScale)
{
    public async ValueTask<Result<IReadOnlyList<ShelfLifeBucket>>> GetAsync(
        IStoreReader reader, ShelfLifeQuery query, BookDefinition? book)
    {
        var row = await Names.FindSkuAsync(reader, query.Sku).ConfigureAwait(false);
        InventoryError[] errors = [.. SkuErrors(row?.Sku, query.Sku), .. EdgeErrors(query.Edges)];
        if (errors.Length > 0)
        {
            return new([.. errors.OrderBy(error => error.Code.Precedence)]);
        }

        var sku = row!.Sku;
        var lots = await OnHandAsync(reader, sku.Number).ConfigureAwait(false);
        var quantities = new long[query.Edges.Count + 2];
        foreach (var (lot, onHand) in lots)
        {
            quantities[BucketOf(lot.Term, query)] += onHand;
        }

        var values = book is null
            ? null
            : await ValuesAsync(reader, book, sku.Number, lots, query, quantities).ConfigureAwait(false);
        return new([.. quantities.Select((quantity, bucket) => new ShelfLifeBucket(
            bucket == 0 ? null : bucket == 1 ? 1 : query.Edges[bucket - 2] + 1,
            bucket == 0 ? 0 : bucket <= query.Edges.Count ? query.Edges[bucket - 1] : null,
            sku.ToQuantity(quantity),
            values is null ? null : CostScale.ToAmount(values[bucket], costScale)))]);
    }

    private static IEnumerable<InventoryError> SkuErrors(Sku? sku, string code)
    {
        if (sku is null)
        {
            yield return new InventoryError(ErrorCodes.SkuNotFound, "sku", code, null,
                $"There is no SKU '{code}'; define it first or correct the code.");
        }
        else if (sku.Tracking == Tracking.None)
        {
            yield return new InventoryError(ErrorCodes.InvalidLotRequired, "sku", code, null,
                $"SKU '{code}' has no lots, so nothing is known of how long its units keep; ask about one that has.");
        }
    }

    private static IEnumerable<InventoryError> EdgeErrors(IReadOnlyList<int> edges)
    {
        for (var i = 0; i < edges.Count; i++)
        {
            var least = i == 0 ? 1L : edges[i - 1] + 1L;
            if (edges[i] < least)
            {
                yield return new InventoryError(ErrorCodes.InvalidBuckets,
                    string.Create(CultureInfo.InvariantCulture, $"edges[{i}]"),
                    edges[i].ToString(CultureInfo.InvariantCulture),
                    string.Create(CultureInfo.InvariantCulture, $"{least} or more"),
                    string.Create(CultureInfo.InvariantCulture,
                        $"The bucket ends after {edges[i]} days, but must end after {least} or more. ")
                    + ErrorCodes.InvalidBuckets.Remedy);
            }
        }
    }

    private static int BucketOf(LotTerm term, ShelfLifeQuery query)
    {
        var left = Period.DaysBetween(query.Day, Micros.ToDate(term.Removal));
        return left <= 0 ? 0 : 1 + query.Edges.Count(edge => edge < left);
    }

    // The lots of which something is there, in the order of their numbers; those used up long ago are not looked at.
    // What has no lot never goes bad.
    private async ValueTask<List<(Lot Lot, long OnHand)>> OnHandAsync(IStoreReader reader, int sku)
    {
        var balances = new List<Balance>();
        await foreach (var balance in reader.ReadBalancesAsync(sku).ConfigureAwait(false))
        {
            if (balance.Quantity != 0)
            {
                balances.Add(balance);
            }
        }

        await locations.EnsureAsync(reader, balances.Select(balance => balance.Spot.Place)).ConfigureAwait(false);
        var own = balances.Where(balance => locations[balance.Spot.Place].IsOwn)
            .GroupBy(balance => balance.Spot.Lot)
            .ToDictionary(lot => lot.Key, lot => lot.Sum(balance => balance.Quantity));
        var found = await reader.GetLotsAsync([.. own.Keys.Select(lot => (sku, lot))]).ConfigureAwait(false);
        return
        [
            .. own.Where(lot => lot.Key == 0).Select(lot => (new Lot(sku, 0, string.Empty), lot.Value)),
            .. found.Select(lot => (lot.Lot, own[lot.Lot.Number])).OrderBy(lot => lot.Lot.Number),
        ];
    }

    private async ValueTask<long[]> ValuesAsync(
        IStoreReader reader, BookDefinition book, int sku, List<(Lot Lot, long OnHand)> lots, ShelfLifeQuery query,
        long[] quantities)
    {
        var reach = new BookReach(0, lots.Select(lot => lot.Lot.Number).ToHashSet());
        var fold = await keeper.OpenAsync(reader, book, sku, EntryKey.End, reach).ConfigureAwait(false);
        if (fold is not SpecificFold specific)
        {
            return Spread(fold.State.Value, quantities);
        }

        var values = new long[quantities.Length];
        foreach (var (lot, _) in lots)
        {
            values[BucketOf(lot.Term, query)] += specific.ValueOf(lot.Number);
        }

        return values;
    }

    // Where cost does not follow the lot, every unit is worth the same. Differences of a prefix telescope, so the
    // buckets' values always sum to the book's.
    private static long[] Spread(long value, long[] quantities)
    {
        var values = new long[quantities.Length];
        var (whole, part, before) = (quantities.Sum(), 0L, 0L);
        if (whole <= 0)
        {
            values[^1] = value;
            return values;
        }

        for (var i = 0; i < values.Length; i++)
        {
            part += quantities[i];
            var upTo = Split.Prefix(value, part, whole);
            values[i] = upTo - before;
            before = upTo;
        }

        return values;
    }
}
