using Inventory.Ledger;
using Inventory.Locations;
using NodaTime.Text;

namespace Inventory.Decisions;

/// <summary>Decides freezes of locations, and when they are lifted.</summary>
internal static class FreezeDecider
{
    private const int OwnerLengthMax = 200;

    public static void Decide(ref Working work, FreezeLocation freeze)
    {
        var place = work.FindLocation(freeze.Location, "location");
        work.CheckDefined(freeze.Direction, "direction");
        work.CheckDefined(freeze.Purpose, "purpose");
        CheckOwner(ref work, freeze);
        CheckEnd(ref work, freeze);
        if (place is null)
        {
            return;
        }

        if (!place.IsOwn)
        {
            work.Refuse(ErrorCodes.InvalidLocation, "location", place.Code, "an own location",
                $"{place.Code} is of kind {place.Kind}, where no stock of ours lies; freeze one of our own locations.");
        }

        if (place.Freeze is { } other && other.Owner != freeze.Owner)
        {
            FreezeCheck.Refuse(ref work, "location", place, place, other);
        }

        if (work.IsClear)
        {
            Change(ref work, place with
            {
                Freeze = new Freeze(freeze.Direction, freeze.Purpose, freeze.Owner, freeze.Until),
            });
        }
    }

    public static void Decide(ref Working work, UnfreezeLocation unfreeze)
    {
        if (work.FindLocation(unfreeze.Location, "location") is not { } place)
        {
            return;
        }

        if (place.Freeze is null)
        {
            work.Refuse(ErrorCodes.NotFrozen, "location", place.Code, "a frozen location",
                $"{place.Code} itself is not frozen; unfreeze the location that is, which a refused movement names.");
        }

        if (work.IsClear)
        {
            Change(ref work, place with { Freeze = null });
        }
    }

    private static void Change(ref Working work, Location place) =>
        CatalogDecider.Make(ref work, new CatalogChange(Location: place), place.Number);

    private static void CheckOwner(ref Working work, FreezeLocation freeze)
    {
        if (string.IsNullOrWhiteSpace(freeze.Owner))
        {
            work.Refuse(ErrorCodes.InvalidField, "owner", freeze.Owner, $"1 to {OwnerLengthMax} characters",
                "A freeze has an owner, whom refused movements name; name who orders it.");
        }

        work.CheckText(freeze.Owner, "owner", OwnerLengthMax);
    }

    private static void CheckEnd(ref Working work, FreezeLocation freeze)
    {
        if (freeze.Until is { } until && !(Micros.TryFrom(until) > work.Moment.Now))
        {
            work.Refuse(ErrorCodes.InvalidField, "until", InstantPattern.ExtendedIso.Format(until),
                $"after {Micros.Text(work.Moment.Now)}, in whole microseconds",
                "The expected end of a freeze lies in the future, in whole microseconds; correct it or leave it out.");
        }
    }
}
