using Inventory.Core.Tests.Support;
using Inventory.Locations;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Locations;

/// <summary>What of a location may change.</summary>
public sealed class LocationDetailsTests
{
    private readonly World _world = new();

    [Fact]
    [Capability("LOC-05")]
    public void Address_IsSet_Replaced_AndTakenBack()
    {
        _world.Post(new DefineLocation(_world.Key(), "A", LocationKind.Bin)
        {
            Address = new BinAddress { Walk = 3, XMillimetres = 0 },
        });
        Assert.Equal(new BinAddress { Walk = 3, XMillimetres = 0 }, Details("A").Address);

        _world.Post(new SetAddress(_world.Key(), "a", new BinAddress { ZMillimetres = -5 }));
        Assert.Equal(new BinAddress { ZMillimetres = -5 }, Details("A").Address);

        _world.Post(new SetAddress(_world.Key(), "A", null));
        Assert.Null(Details("A").Address);
        Assert.Empty(Details("A").Text);
    }

    [Theory]
    [Capability("LOC-05")]
    [InlineData(1, -BinAddress.Farthest, true)]
    [InlineData(BinAddress.Farthest, BinAddress.Farthest, true)]
    [InlineData(0, 0, false)]
    [InlineData(BinAddress.Farthest + 1, 0, false)]
    [InlineData(1, -BinAddress.Farthest - 1, false)]
    public void Address_HasASequenceFromOne_AndLiesNotTooFar(int walk, int at, bool isLegal)
    {
        foreach (var address in new[]
        {
            new BinAddress { Walk = walk, XMillimetres = at }, new BinAddress { Walk = walk, YMillimetres = at },
            new BinAddress { Walk = walk, ZMillimetres = at },
        })
        {
            var set = _world.Harness.Send(new SetAddress(_world.Key(), "B1", address));
            var defined = _world.Harness.Send(
                new DefineLocation(_world.Key(), _world.Key().Text, LocationKind.Bin) { Address = address });

            Assert.All([set, defined], outcome => Assert.Equal(isLegal, outcome.Posted is not null));
            Assert.Equal(!isLegal, set.Refused is [{ Target: "address" } error] && error.Code == ErrorCodes.InvalidField);
        }
    }

    [Fact]
    [Capability("LOC-05")]
    public void Address_OfACounterpartyOrOfNothing_IsRefused()
    {
        _world.Refuse(
            new SetAddress(_world.Key(), WellKnownLocations.Customer, new BinAddress()), ErrorCodes.InvalidLocation);
        _world.Refuse(new SetAddress(_world.Key(), "NOWHERE", null), ErrorCodes.LocationNotFound);
    }

    [Theory]
    [Capability("LOC-05")]
    [InlineData("{\"address\":{\"walk\":3,\"xMillimetres\":0,\"zMillimetres\":-7}}", true)]
    [InlineData("", true)]
    [InlineData("{\"address\":{\"xMillimetres\":0,\"walk\":3}}", false)]
    [InlineData("{\"address\":null}", false)]
    [InlineData("{}", false)]
    [InlineData("{\"other\":1}", false)]
    public void Text_IsReadBack_AndAnEditedOneRefused(string text, bool isCanonical)
    {
        if (isCanonical)
        {
            Assert.Equal(text, LocationDetails.Parse(text).Text);
        }
        else
        {
            Assert.ThrowsAny<Exception>(() => LocationDetails.Parse(text));
        }
    }

    private LocationDetails Details(string code) =>
        _world.Ledger.Locations.Values.Single(location => location.Code == code).Details;
}
