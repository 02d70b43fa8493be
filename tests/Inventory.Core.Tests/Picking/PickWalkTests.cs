using Inventory.Locations;
using Inventory.Picking;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Picking;

/// <summary>The pick walk goes from zone to zone, and in each from place to place.</summary>
[Capability("LOC-05")]
public sealed class PickWalkTests
{
    private const int Site = 1, Early = 2, Late = 3, Unwalked = 4, Rack = 5;

    private static readonly Dictionary<int, Location> _tree = new[]
    {
        Place(Site, LocationKind.Site, 0, null), Place(Early, LocationKind.Zone, Site, 7),
        Place(Late, LocationKind.Zone, Site, 20), Place(Unwalked, LocationKind.Zone, Site, null),
        Place(Rack, LocationKind.Rack, Late, 1),
    }.ToDictionary(place => place.Number);

    [Fact]
    public void Walk_GoesZoneByZone_ThenPlaceByPlace_WhateverLiesBetween()
    {
        Location[] bins =
        [
            Bin(10, Site, 1), Bin(11, Rack, 5), Bin(12, Unwalked, 1), Bin(13, Late, 4), Bin(14, Early, 90),
            Bin(15, Early, null), Bin(16, Early, 8),
        ];

        Assert.Equal([16, 14, 13, 11, 12, 10], Numbers(PickWalk.Through(bins, _tree)));
        Assert.Equal([13, 11, 12, 10, 16, 14], Numbers(PickWalk.Through(bins, _tree, start: 13)));
        Assert.Throws<ArgumentException>(() => PickWalk.Through(bins, _tree, start: 15));
    }

    [Fact]
    public void Places_OfOneSequenceInOneZone_AreShown_AndWalkedByNumber()
    {
        Location[] bins = [Bin(12, Rack, 5), Bin(11, Late, 5), Bin(13, Early, 5), Bin(14, Late, 6)];

        var walk = PickWalk.Through(bins, _tree);

        Assert.Equal([13, 11, 12, 14], Numbers(walk));
        Assert.Equal([false, true, true, false], walk.Select(stop => stop.IsShared));
    }

    [Property]
    public void Walk_DependsOnNothingButThePlaces_AndGoesRoundFromAnyStop(byte[] bytes, int seed)
    {
        var bins = bytes.Take(20).Select((each, index) =>
            Bin(10 + index, 1 + each % 5, each % 7 == 6 ? null : 1 + each / 5 % 4)).ToArray();
        var walk = PickWalk.Through(bins, _tree);
        var shuffled = bins.OrderBy(bin => HashCode.Combine(bin.Number, seed)).ToArray();

        Assert.Equal(walk, PickWalk.Through(shuffled, _tree));
        Assert.Equal(
            bins.Where(bin => bin.Details.Address?.Walk is not null).Select(bin => bin.Number).Order(),
            Numbers(walk).Order());
        for (var i = 0; i < walk.Count; i++)
        {
            Assert.Equal(walk.Skip(i).Concat(walk.Take(i)), PickWalk.Through(bins, _tree, walk[i].Place.Number));
            Assert.Equal(
                walk.Count(other => other.Zone == walk[i].Zone
                    && other.Place.Details.Address == walk[i].Place.Details.Address) > 1,
                walk[i].IsShared);
        }
    }

    private static IEnumerable<int> Numbers(IEnumerable<WalkStop> walk) => walk.Select(stop => stop.Place.Number);

    private static Location Bin(int number, int parent, int? walk) => Place(number, LocationKind.Bin, parent, walk);

    private static Location Place(int number, LocationKind kind, int parent, int? walk) => new()
    {
        Number = number,
        Code = $"P{number}",
        Kind = kind,
        Parent = parent,
        HoldsStock = kind == LocationKind.Bin,
        Details = new LocationDetails { Address = walk is null ? null : new BinAddress { Walk = walk } },
    };
}
