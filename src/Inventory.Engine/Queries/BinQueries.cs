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

        var goods = await ContentsAsync(reader, bin.Number).ConfigureAwait(false);
        var limits = bin.Details.Capacity?.Limits.ToDictionary(limit => limit.Measure, limit => limit.Limit) ?? [];
        return new(new BinRoom(
            bin,
            [.. goods.Select(one => new BinGoods(one.Sku.Code, one.Sku.ToQuantity(one.Steps)))],
            [
                .. Enum.GetValues<CapacityMeasure>().Select(measure => new RoomUse(
                    measure, BinUse.Of(measure, goods), limits.TryGetValue(measure, out var limit) ? limit : null)),
            ]));
    }

    /// <summary>What lies in a bin, by the SKU's number.</summary>
    private static async ValueTask<List<(Sku Sku, long Steps)>> ContentsAsync(IStoreReader reader, int bin)
    {
        var contents = await reader.GetBinContentsAsync([bin]).ConfigureAwait(false);
        var skus = (await reader.GetSkusAsync([.. contents.Select(content => content.Sku)]).ConfigureAwait(false))
            .ToDictionary(row => row.Sku.Number, row => row.Sku);
        return [.. contents.Select(content => (skus[content.Sku], content.Quantity))];
    }
}
