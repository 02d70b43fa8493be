using Inventory.Locations;

namespace Inventory.Decisions;

/// <summary>Decides changes of what only some locations have.</summary>
internal static class LocationDetailsDecider
{
    public static void Decide(ref Working work, SetAddress set)
    {
        var place = FindOwn(ref work, set);
        CheckAddress(ref work, set.Address);
        Change(ref work, place, (place?.Details ?? LocationDetails.None) with { Address = set.Address });
    }

    public static void CheckAddress(ref Working work, BinAddress? address)
    {
        if (address is { IsSound: false })
        {
            work.Refuse(ErrorCodes.InvalidField, "address", address.ToString(),
                $"a sequence of 1 to {BinAddress.Farthest}, coordinates of at most as many millimetres either way",
                "The address has a sequence below 1, or lies too far away; correct it or leave it out.");
        }
    }

    private static Location? FindOwn(ref Working work, ChangeLocationDetails change)
    {
        var place = work.FindLocation(change.Location, "location");
        if (place is { IsOwn: false })
        {
            work.Refuse(ErrorCodes.InvalidLocation, "location", place.Code, "an own location",
                $"{place.Code} is of kind {place.Kind}, where no stock of ours lies; name one of our own locations.");
        }

        return place;
    }

    private static void Change(ref Working work, Location? place, LocationDetails details)
    {
        if (place is not null && work.IsClear)
        {
            CatalogDecider.Make(
                ref work, new CatalogChange(Location: place with { Details = details }), place.Number);
        }
    }
}
