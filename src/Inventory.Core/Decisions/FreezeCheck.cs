using System.Runtime.InteropServices;
using Inventory.Locations;
using NodaTime.Text;

namespace Inventory.Decisions;

/// <summary>Refuses movements into or out of what is frozen, itself or by a location above it.</summary>
/// <remarks>
/// A freeze is master data, so a batch that was decided before it fails on the version of the catalogue.
/// </remarks>
internal static class FreezeCheck
{
    public static void Check(ref Working work, List<PlannedLine> plan)
    {
        foreach (ref readonly var line in CollectionsMarshal.AsSpan(plan))
        {
            // What stays at its place changes its status and goes neither in nor out.
            if (line.FromPlace.Number != line.ToPlace.Number)
            {
                Check(ref work, line.FromPlace, FreezeDirection.Out, "from", line.Line);
                Check(ref work, line.ToPlace, FreezeDirection.In, "to", line.Line);
            }
        }
    }

    /// <summary>Counts go on where a freeze is for them; an incident stops them as well.</summary>
    public static void CheckCount(ref Working work, Location place)
    {
        for (var at = place; at is not null; at = Above(ref work, at))
        {
            if (at.Freeze is { Purpose: FreezePurpose.Incident } freeze)
            {
                Refuse(ref work, "location", place, at, freeze);
            }
        }
    }

    /// <summary>Whether a place is frozen for a way, itself or by a location above it.</summary>
    public static bool IsFrozen(ref Working work, Location place, FreezeDirection way)
    {
        for (var at = place; at is not null; at = Above(ref work, at))
        {
            if (at.Freeze?.Stops(way) ?? false)
            {
                return true;
            }
        }

        return false;
    }

    public static void Refuse(ref Working work, string target, Location place, Location frozen, Freeze freeze)
    {
        var end = freeze.Until is { } until
            ? $"until {InstantPattern.ExtendedIso.Format(until)}"
            : "without an end yet";
        var where = place.Number == frozen.Number ? "is" : $"lies in {frozen.Code}, which is";
        work.Refuse(ErrorCodes.Frozen, target, place.Code, $"frozen by {freeze.Owner} {end}",
            $"{place.Code} {where} frozen ({freeze.Direction}, for {freeze.Purpose}) by {freeze.Owner}, expected {end}; "
            + $"wait, or ask {freeze.Owner} to unfreeze {frozen.Code}.");
    }

    public static void Check(ref Working work, Location place, FreezeDirection way, string side, int line)
    {
        for (var at = place; at is not null; at = Above(ref work, at))
        {
            if (at.Freeze is { } freeze && freeze.Stops(way))
            {
                Refuse(ref work, Working.Path(side, line), place, at, freeze);
            }
        }
    }

    private static Location? Above(ref Working work, Location place)
    {
        // A parent is older than what lies in it, so that the way up has an end even in a damaged ledger.
        if (place.Parent == 0 || place.Parent >= place.Number)
        {
            return null;
        }

        var parent = work.Stock.TryGetLocation(place.Parent);
        if (parent is null)
        {
            work.Needs.LocationNumbers.Add(place.Parent);
        }

        return parent;
    }
}
