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

    public static void Decide(ref Working work, SetCapacity set)
    {
        var place = work.FindLocation(set.Location, "location");
        if (place is { IsStockedBin: false })
        {
            work.Refuse(ErrorCodes.InvalidLocation, "location", place.Code, "a bin that holds stock",
                $"{place.Code} is of kind {place.Kind}; only the room of a bin that holds stock is limited. Name its bins.");
        }

        if (set.Capacity is { } capacity)
        {
            work.CheckDefined(capacity.Policy, "capacity.policy");
            if (!capacity.IsSound)
            {
                work.Refuse(ErrorCodes.InvalidField, "capacity", capacity.ToString(), "zero or more of each",
                    "A bin has room for nothing or more; correct the limit, or leave it out.");
            }
        }

        Change(ref work, place, (place?.Details ?? LocationDetails.None) with { Capacity = set.Capacity });
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
