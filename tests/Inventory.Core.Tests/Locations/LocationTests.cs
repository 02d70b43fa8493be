using Inventory.Core.Tests.Support;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Locations;

[Capability("LOC-01")]
public sealed class LocationTests
{
    private static readonly LocationKind[] Counterparties =
        [LocationKind.Supplier, LocationKind.Customer, LocationKind.Production, LocationKind.Loss];

    private readonly World _world = new();

    public static TheoryData<LocationKind, LocationKind> Pairs()
    {
        var pairs = new TheoryData<LocationKind, LocationKind>();
        foreach (var parent in Enum.GetValues<LocationKind>())
        {
            foreach (var child in Enum.GetValues<LocationKind>())
            {
                pairs.Add(parent, child);
            }
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Tree_GoesFromWideToNarrow(LocationKind parent, LocationKind child)
    {
        _world.Post(new DefineLocation(_world.Key(), "PARENT", parent));
        var isLegal = parent < LocationKind.Bin && (child > LocationKind.Bin || child > parent);

        var outcome = _world.Harness.Send(new DefineLocation(_world.Key(), "CHILD", child, "parent"));

        Assert.Equal(isLegal, outcome.Posted is not null);
        Assert.Equal(!isLegal, outcome.Refused is [{ Target: "parent" } error] && error.Code == ErrorCodes.InvalidTree);
    }

    [Fact]
    public void Parent_ThatIsUnknownOrItself_IsRefused()
    {
        _world.Refuse(new DefineLocation(_world.Key(), "A", LocationKind.Bin, "NOWHERE"), ErrorCodes.LocationNotFound);
        _world.Refuse(new DefineLocation(_world.Key(), "A", LocationKind.Bin, "A"), ErrorCodes.LocationNotFound);
        _world.Refuse(new DefineLocation(_world.Key(), "A", LocationKind.Bin, " "), ErrorCodes.InvalidCode);
    }

    [Theory]
    [InlineData(LocationKind.Company, false)]
    [InlineData(LocationKind.Site, true)]
    [InlineData(LocationKind.Zone, false)]
    [InlineData(LocationKind.Aisle, false)]
    [InlineData(LocationKind.Rack, false)]
    [InlineData(LocationKind.Bin, true)]
    [InlineData(LocationKind.Transit, true)]
    [InlineData(LocationKind.Customer, false)]
    public void Stock_LiesWhereTheKindUsuallyHoldsIt(LocationKind kind, bool holds)
    {
        Assert.Equal(holds, Define("A", kind).HoldsStock);
        if (kind is not (LocationKind.Company or LocationKind.Customer))
        {
            Assert.Equal(!holds, Define("B", kind, command => command with { HoldsStock = !holds }).HoldsStock);
        }
    }

    [Fact]
    public void Pool_IsTheNearestMarkedPlaceUpwards()
    {
        Assert.Equal(0, Define("CO", LocationKind.Company).Pool);
        var site = Define("S", LocationKind.Site, command => command with { Parent = "CO" });
        Assert.Equal(site.Number, site.Pool);
        Assert.Equal(site.Number, Define("S-Z", LocationKind.Zone, command => command with { Parent = "S" }).Pool);
        var own = Define("S-Y", LocationKind.Zone, command => command with { Parent = "S", IsPool = true });
        Assert.Equal((own.Number, true), (own.Pool, own.IsPool));
        Assert.Equal(own.Number, Define("S-Y-1", LocationKind.Bin, command => command with { Parent = "S-Y" }).Pool);
        var transit = Define("T", LocationKind.Transit, command => command with { Parent = "S" });
        Assert.Equal(transit.Number, transit.Pool);
        var alone = Define("LONE", LocationKind.Bin);
        Assert.Equal(alone.Number, alone.Pool);
        var zone = Define("CO-Z", LocationKind.Zone, command => command with { Parent = "CO" });
        Assert.Equal(zone.Number, zone.Pool);
        Assert.Equal(zone.Number, Define("CO-Z-1", LocationKind.Bin, command => command with { Parent = "CO-Z" }).Pool);
        Assert.All(Counterparties, kind =>
            Assert.Equal(0, Define(kind.ToString(), kind, command => command with { Code = $"X-{kind}" }).Pool));
    }

    [Fact]
    public void Company_IsNoPoolAndHoldsNothing()
    {
        _world.Refuse(new DefineLocation(_world.Key(), "A", LocationKind.Company) { HoldsStock = true },
            ErrorCodes.InvalidLocation);
        _world.Refuse(new DefineLocation(_world.Key(), "A", LocationKind.Company) { IsPool = true },
            ErrorCodes.InvalidLocation);
    }

    [Fact]
    [Capability("LOC-02")]
    public void Counterparty_IsNoPoolAndHoldsNothing() => Assert.All(Counterparties, kind =>
    {
        _world.Refuse(new DefineLocation(_world.Key(), "A", kind) { HoldsStock = true }, ErrorCodes.InvalidLocation);
        _world.Refuse(new DefineLocation(_world.Key(), "A", kind) { IsPool = true }, ErrorCodes.InvalidLocation);
        Assert.False(Define(kind.ToString(), kind, command => command with { Code = $"X-{kind}" }).IsOwn);
    });

    [Fact]
    [Capability("MOV-02")]
    public void Counterparty_OfOnesOwn_IsAsGoodAsTheWellKnown()
    {
        Define("ACME", LocationKind.Supplier);
        Define("JANE", LocationKind.Customer, command => command with { Parent = "WH" });

        _world.Post(_world.Movement(MovementKind.Receipt, World
            .Line("NUT", 5, "ACME", "B1") with { Cost = Cost.Zero }));
        _world.Post(_world.Movement(MovementKind.Issue, World.Line("NUT", 2, "B1", "JANE")));

        Assert.Equal(3, _world.OnHand("NUT"));
    }

    [Theory]
    [InlineData(NegativeStock.Forbid, 0, 0)]
    [InlineData(NegativeStock.AllowToLimit, 5, -5)]
    [InlineData(NegativeStock.AllowToLimit, 0, 0)]
    [InlineData(NegativeStock.Allow, 0, long.MinValue)]
    [Capability("MOV-08")]
    public void Floor_FollowsThePolicy(NegativeStock negative, long limit, long floor) => Assert.Equal(
        floor, Define("A", LocationKind.Bin, command =>
            command with { Negative = negative, NegativeLimit = limit }).Floor);

    [Theory]
    [InlineData(NegativeStock.Forbid, 1)]
    [InlineData(NegativeStock.Allow, 1)]
    [InlineData(NegativeStock.AllowToLimit, -1)]
    public void Limit_GoesWithItsPolicyOnly(NegativeStock negative, long limit) => Assert.Equal(
        "negativeLimit",
        _world.Refuse(
            new DefineLocation(_world.Key(), "A", LocationKind.Bin) { Negative = negative, NegativeLimit = limit },
            ErrorCodes.InvalidField).Target);

    [Fact]
    [Capability("MOV-08")]
    public void Policy_AllowsJustItsLimit()
    {
        _world.Post(_world.Issue("NUT", 5, "LIMIT"));
        var error = _world.Refuse(_world.Issue("NUT", 1, "LIMIT"), ErrorCodes.Insufficient);
        Assert.Equal(("1 ea", "0 ea"), (error.Actual, error.Allowed));

        _world.Post(_world.Receipt("NUT", 8, "LIMIT"));
        Assert.Equal("8 ea", _world.Refuse(_world.Issue("NUT", 9, "LIMIT"), ErrorCodes.Insufficient).Allowed);
        _world.Post(_world.Issue("NUT", 1_000_000, "OPEN"));
    }

    [Fact]
    public void TimeZone_IsInherited()
    {
        Define("TOKYO", LocationKind.Site, command => command with { TimeZone = "Asia/Tokyo" });
        var bin = Define("T1", LocationKind.Bin, command => command with { Parent = "TOKYO" });
        var other = Define("T2", LocationKind.Bin, command =>
            command with { Parent = "TOKYO", TimeZone = "Europe/London" });

        Assert.Equal(("Asia/Tokyo", "Europe/London", "UTC"),
            (bin.TimeZone, other.TimeZone, Define("U", LocationKind.Site).TimeZone));
    }

    [Theory]
    [InlineData("Mars/Olympus")]
    [InlineData("")]
    [InlineData("europe/london")]
    public void TimeZone_ThatIsUnknown_IsRefused(string zone) => Assert.Equal(
        "timeZone",
        _world.Refuse(new DefineLocation(_world.Key(), "A", LocationKind.Site) { TimeZone = zone },
            ErrorCodes.InvalidField).Target);

    [Fact]
    public void BusinessDate_IsTheOneOfTheOwnPlaceThatGainsOrLoses()
    {
        Define("TOKYO", LocationKind.Site, command => command with { TimeZone = "Asia/Tokyo" });
        Define("NY", LocationKind.Site, command => command with { TimeZone = "America/New_York" });

        // Noon UTC is 21:00 in Tokyo; six hours on, it is tomorrow there and 13:00 in New York.
        _world.At(Times.Minute(6 * 60));
        Assert.Equal(2026_01_06, _world.Post(_world.Receipt("NUT", 5, "TOKYO")).Entries[0].BusinessDate);
        Assert.Equal(2026_01_05, _world.Post(_world.Transfer("NUT", 3, "TOKYO", "NY")).Entries[0].BusinessDate);
        Assert.Equal(2026_01_06, _world.Post(_world.Issue("NUT", 2, "TOKYO")).Entries[0].BusinessDate);
    }

    [Fact]
    public void WellKnown_PlacesArePinned()
    {
        Assert.Equal(["SUPPLIER", "CUSTOMER", "PRODUCTION", "LOSS", "TRANSIT"], WellKnownLocations.All
            .Select(place => place.Code));
        Assert.Equal([1, 2, 3, 4, 5], WellKnownLocations.All.Select(place => place.Number));
        Assert.Equal("LOSS", WellKnownLocations.All[WellKnownLocations.LossNumber - 1].Code);
        Assert.Equal([5], WellKnownLocations.All.Where(place => place.IsOwn && place.HoldsStock)
            .Select(place => place.Pool));
    }

    private Location Define(string code, LocationKind kind, Func<DefineLocation, DefineLocation>? change = null)
    {
        var command = new DefineLocation(_world.Key(), code, kind);
        return _world.Ledger.Locations[_world.Post(change is null ? command : change(command)).Reply.Number];
    }
}
