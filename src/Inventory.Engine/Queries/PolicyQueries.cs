using Inventory.Locations;
using Inventory.Policies;
using Inventory.References;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>Answers which rules hold for a SKU, and where they were set.</summary>
internal static class PolicyQueries
{
    public static async ValueTask<Result<EffectiveSelling>> GetSellingAsync(
        IStoreReader reader, string sku, string? channel)
    {
        var errors = new List<InventoryError>();
        var found = await Names.FindSkuAsync(reader, sku).ConfigureAwait(false);
        var sold = channel is null ? null : (Channel?)await CatalogQueries
            .FindReferenceAsync(reader, ReferenceKind.Channel, channel).ConfigureAwait(false);
        Require(errors, found is not null, ErrorCodes.SkuNotFound, "sku", $"SKU '{sku}'");
        Require(errors, channel is null || sold is not null, ErrorCodes.CodeNotFound, "channel",
            $"channel '{channel}'");
        if (errors.Count > 0)
        {
            return new Result<EffectiveSelling>(errors);
        }

        var categories = await CatalogQueries.CategoryPathAsync(reader, found!.Sku.Category).ConfigureAwait(false);
        return EffectiveSelling.Of(found.Sku, sold, categories);
    }

    public static async ValueTask<Result<EffectiveThresholds>> GetThresholdsAsync(
        IStoreReader reader, string sku, string? location, ThresholdSet? defaults)
    {
        var errors = new List<InventoryError>();
        var found = await Names.FindSkuAsync(reader, sku).ConfigureAwait(false);
        var place = location is null ? null : await Names.FindLocationAsync(reader, location).ConfigureAwait(false);
        Require(errors, found is not null, ErrorCodes.SkuNotFound, "sku", $"SKU '{sku}'");
        Require(errors, location is null || place is not null, ErrorCodes.LocationNotFound, "location",
            $"location '{location}'");
        if (errors.Count > 0)
        {
            return new Result<EffectiveThresholds>(errors);
        }

        var places = await PlacesAsync(reader, place).ConfigureAwait(false);
        var categories = await CatalogQueries.CategoryPathAsync(reader, found!.Sku.Category).ConfigureAwait(false);
        return EffectiveThresholds.Of(found.Sku, places, categories, defaults);
    }

    private static async ValueTask<IReadOnlyList<Location>> PlacesAsync(IStoreReader reader, Location? place)
    {
        var places = new List<Location>();
        while (place is not null)
        {
            places.Add(place);
            var above = place.Parent == 0 ? [] : await reader.GetLocationsAsync([place.Parent]).ConfigureAwait(false);
            place = above is [var parent] ? parent : null;
        }

        return places;
    }

    private static void Require(
        List<InventoryError> errors, bool isThere, ErrorCode unknown, string target, string what)
    {
        if (!isThere)
        {
            errors.Add(new InventoryError(unknown, target, what, null,
                $"There is no {what}; define it first or correct the code."));
        }
    }
}
