using System.Globalization;
using Inventory.Commands;
using Inventory.Locations;
using NodaTime;

namespace Inventory.Decisions;

/// <summary>Decides new locations.</summary>
internal static class LocationDecider
{
    public static void Decide(ref Working work, DefineLocation define)
    {
        var code = CatalogDecider.Code(ref work, define.Code, "code");
        var parent = define.Parent is null ? null : work.FindLocation(define.Parent, "parent");
        work.CheckText(define.Name, "name", 400);
        CheckFields(ref work, define);
        LocationDetailsDecider.CheckAddress(ref work, define.Address);
        if (parent is not null)
        {
            CheckParent(ref work, define, parent);
        }

        if (code is null)
        {
            return;
        }

        if (!work.Stock.TryGetLocation(Codes.Fold(code), out var existing))
        {
            work.Needs.LocationCodes.Add(Codes.Fold(code));
            return;
        }

        if (existing is not null)
        {
            CatalogDecider.Duplicate(ref work, "location", code, existing.Number);
        }

        if (work.IsClear)
        {
            var location = Make(work.Stock.Ledger.Locations + 1, code, define, parent);
            CatalogDecider.Make(ref work, new CatalogChange(Location: location), location.Number);
        }
    }

    private static Location Make(int number, string code, DefineLocation define, Location? parent)
    {
        var location = new Location
        {
            Number = number,
            Code = code,
            Name = define.Name,
            Kind = define.Kind,
            Parent = parent?.Number ?? 0,
            IsPool = define.IsPool,
            TimeZone = define.TimeZone ?? parent?.TimeZone ?? "UTC",
            Negative = define.Negative,
            NegativeLimit = define.NegativeLimit,
            Details = define.Address is null ? LocationDetails.None : new LocationDetails { Address = define.Address },
            HoldsStock = define.HoldsStock
                ?? define.Kind is LocationKind.Site or LocationKind.Bin or LocationKind.Transit,
        };

        // The nearest pool upwards; a site is one by itself, and so is an own place with nothing above it that could
        // be.
        var pool = !location.IsOwn ? 0
            : define.IsPool || define.Kind is LocationKind.Site or LocationKind.Transit
                || parent is null or { Pool: 0 } ? number
            : parent.Pool;
        return location with { Pool = define.Kind == LocationKind.Company ? 0 : pool };
    }

    private static void CheckFields(ref Working work, DefineLocation define)
    {
        work.CheckDefined(define.Kind, "kind");
        work.CheckDefined(define.Negative, "negative");
        if (define.NegativeLimit < 0 || (define.NegativeLimit > 0 && define.Negative != NegativeStock.AllowToLimit))
        {
            work.Refuse(ErrorCodes.InvalidField, "negativeLimit", define.NegativeLimit
                .ToString(CultureInfo.InvariantCulture),
                "zero or more, with AllowToLimit", "A limit for negative stock is zero or more and goes with AllowToLimit only.");
        }

        if (define.TimeZone is { } zone && DateTimeZoneProviders.Tzdb.GetZoneOrNull(zone) is null)
        {
            work.Refuse(ErrorCodes.InvalidField, "timeZone", zone, "an IANA name such as Europe/London",
                $"There is no time zone '{zone}'; use an IANA name.");
        }

        var isCounterparty = define.Kind
            is LocationKind.Supplier or LocationKind.Customer or LocationKind.Production or LocationKind.Loss;
        if ((isCounterparty || define.Kind == LocationKind.Company) && (define.HoldsStock == true || define.IsPool))
        {
            work.Refuse(ErrorCodes.InvalidLocation, "holdsStock", define.Kind.ToString(),
                "an own place below a company",
                $"A location of kind {define.Kind} holds no stock of our own and is no pool.");
        }
    }

    private static void CheckParent(ref Working work, DefineLocation define, Location parent)
    {
        // The tree is ordered from company to bin, so a child is always of a later kind than its parent.
        if (parent.Kind >= LocationKind.Bin || (define.Kind <= LocationKind.Bin && define.Kind <= parent.Kind))
        {
            work.Refuse(ErrorCodes.InvalidTree, "parent", parent.Code, "a company, site, zone, aisle or rack above it",
                $"A {define.Kind} cannot lie in {parent.Code}, a {parent.Kind}; hang it under a wider kind.");
        }
    }
}
