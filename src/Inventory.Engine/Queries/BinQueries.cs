using Inventory.Catalog;
using Inventory.Locations;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>Answers what lies in a bin, and how much room it takes.</summary>
internal static class BinQueries
{
    public static async ValueTask<Result<BinRoom>> GetAsync(IStoreReader reader, string location)
    {
        if (await Names.FindLocationAsync(reader, location).ConfigureAwait(false) is not { } bin)
        {
            return new([
                new InventoryError(ErrorCodes.LocationNotFound, "location", location, null,
                    $"There is no location '{location}'; define it first or correct the code."),
            ]);
        }

        if (!bin.IsStockedBin)
        {
            return new([
                new InventoryError(ErrorCodes.InvalidLocation, "location", bin.Code, "a bin that holds stock",
                    $"{bin.Code} is of kind {bin.Kind}; only of bins that hold stock is known what lies there. Name one."),
            ]);
        }

        var goods = (await ContentsAsync(reader, [bin.Number]).ConfigureAwait(false))[bin.Number].ToList();
        var limits = bin.Details.Capacity?.Limits.ToDictionary(limit => limit.Measure, limit => limit.Limit) ?? [];
        return new(new BinRoom(
            bin,
            [.. goods.Select(one => new BinGoods(one.Sku.Code, one.Sku.ToQuantity(one.Steps)))],
            [
                .. Enum.GetValues<CapacityMeasure>().Select(measure => new RoomUse(
                    measure, BinUse.Of(measure, goods), limits.TryGetValue(measure, out var limit) ? limit : null)),
            ]));
    }

    /// <summary>What lies in bins, by the bin's number and by that of the SKU.</summary>
    public static async ValueTask<ILookup<int, (Sku Sku, long Steps)>> ContentsAsync(
        IStoreReader reader, IReadOnlyCollection<int> bins)
    {
        var contents = await reader.GetBinContentsAsync(bins).ConfigureAwait(false);
        var skus = (await reader.GetSkusAsync(contents.Select(content => content.Sku).ToHashSet())
            .ConfigureAwait(false)).ToDictionary(row => row.Sku.Number, row => row.Sku);
        return contents.ToLookup(content => content.Place, content => (skus[content.Sku], content.Quantity));
    }
}
