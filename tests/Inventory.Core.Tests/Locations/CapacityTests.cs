using Inventory.Catalog;
using Inventory.Core.Tests.Support;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Packs;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Locations;

/// <summary>A bin takes what there is room for, and no more.</summary>
[Capability("LOC-03")]
public sealed class CapacityTests
{
    private readonly World _world = new();

    [Fact]
    public void Units_FillTheBin_UpToTheLimit_AcrossSkus()
    {
        Limit(new BinCapacity { Units = 10 });
        _world.Post(_world.Receipt("NUT", 6));
        _world.Post(_world.Receipt("MILK", 4, lot: "L"));

        var error = _world.Refuse(_world.Receipt("RICE", 0.5m), ErrorCodes.Capacity);

        Assert.Equal(("lines[0].to", "1 Units", "0 Units"), (error.Target, error.Actual, error.Allowed));
        _world.Post(_world.Receipt("NUT", 1, to: "B2"));
        _world.Post(_world.Issue("NUT", 1));
        _world.Post(_world.Receipt("RICE", 0.5m));
        _world.Post(_world.Receipt("RICE", 0.5m));
        Assert.Equal("0 Units", _world.Refuse(_world.Receipt("RICE", 0.001m), ErrorCodes.Capacity).Allowed);
    }

    [Fact]
    public void WeightAndVolume_AreExact_AndRoundedUpOnce()
    {
        _world.Post(new SetMeasures(_world.Key(), "NUT", new SkuMeasures(333, 1_500)));
        _world.Post(new SetMeasures(_world.Key(), "RICE", new SkuMeasures(1_000_001, 0)));
        Limit(new BinCapacity { Grams = 3 });
        _world.Post(_world.Receipt("NUT", 9));
        Assert.Equal("0 Grams", _world.Refuse(_world.Receipt("NUT", 1), ErrorCodes.Capacity).Allowed);
        Assert.Equal("1 Grams", _world.Refuse(_world.Receipt("RICE", 0.001m), ErrorCodes.Capacity).Actual);

        Limit(new BinCapacity { Grams = 1_003, Millilitres = 15 });
        _world.Post(_world.Receipt("NUT", 1));
        Assert.Equal("0 Millilitres", _world.Refuse(_world.Receipt("NUT", 1), ErrorCodes.Capacity).Allowed);
        _world.Refuse(_world.Receipt("RICE", 1), ErrorCodes.Capacity);
        _world.Post(_world.Receipt("RICE", 0.999m));
    }

    [Fact]
    public void Pallets_AreCountedForEachSku_AndSkusOnce()
    {
        _world.Post(new SetPacks(_world.Key(), "NUT",
            new Pack("case", PackLevel.Case, 6, "ea"), new Pack("pallet", PackLevel.Pallet, 2, "case")));
        _world.Post(new SetPacks(_world.Key(), "MILK", new Pack("pallet", PackLevel.Pallet, 5, "ea")));
        Limit(new BinCapacity { Pallets = 3 });
        _world.Post(_world.Receipt("NUT", 13));
        _world.Post(_world.Receipt("MILK", 5, lot: "L"));
        Assert.Equal("1 Pallets", _world.Refuse(_world.Receipt("MILK", 1, lot: "L"), ErrorCodes.Capacity).Actual);
        _world.Post(_world.Receipt("NUT", 11));

        Limit(new BinCapacity { Skus = 2 });
        _world.Post(_world.Receipt("NUT", 1_000));
        Assert.Equal("0 Skus", _world.Refuse(_world.Receipt("RICE", 1), ErrorCodes.Capacity).Allowed);
    }

    [Fact]
    public void EveryLimit_IsNamed_AndWhatIsUnknownIsRefused()
    {
        Limit(new BinCapacity { Units = 0, Grams = 1, Millilitres = 1, Pallets = 1, Skus = 0 });

        var errors = _world.Harness.Refuse(_world.Receipt("NUT", 1));

        Assert.All(errors, error => Assert.Equal(ErrorCodes.Capacity, error.Code));
        Assert.Equal(
            ["1 Skus", "1 Units", "unknown Grams", "unknown Millilitres", "unknown Pallets"],
            errors.Select(error => error.Actual).Order());
    }

    [Fact]
    public void WhatACommandTakesOut_MakesRoom_AndWhatStaysTakesNone()
    {
        _world.Post(_world.Receipt("NUT", 5));
        _world.Post(_world.Receipt("MILK", 5, to: "B2", lot: "L"));
        Limit(new BinCapacity { Units = 5 });

        _world.Post(_world.Movement(
            MovementKind.Transfer, World.Line("NUT", 3, "B1", "B2"),
            World.Line("MILK", 3, "B2", "B1") with { Lot = "L" }));
        _world.Post(_world.Movement(
            MovementKind.StatusChange, World.Line("NUT", 2, "B1") with { ToStatus = StockStatus.Damaged }));
        _world.Refuse(
            _world.Movement(MovementKind.Transfer, World.Line("NUT", 1, "B2", "B1"),
                World.Line("NUT", 2, "B1", "B2") with { FromStatus = StockStatus.Damaged },
                World.Line("MILK", 2, "B2", "B1") with { Lot = "L" }),
            ErrorCodes.Capacity);
    }

    [Fact]
    public void WhatIsTooMuchAlready_MayShrinkButNotGrow()
    {
        _world.Post(_world.Receipt("NUT", 9));
        var out1 = _world.Post(_world.Issue("NUT", 1));
        Limit(new BinCapacity { Units = 3 });

        _world.Refuse(_world.Receipt("NUT", 1), ErrorCodes.Capacity);
        _world.Refuse(_world.Reverse(out1.Command), ErrorCodes.Capacity);
        _world.Post(_world.Count("NUT", 12));
        _world.Post(_world.Issue("NUT", 10));
        _world.Post(_world.Reverse(out1.Command));
        Limit(null);
        _world.Post(_world.Receipt("NUT", 1_000));
    }

    [Fact]
    public void Warn_LetsGoodsIn_AndSaysSo()
    {
        Limit(new BinCapacity { Units = 3, Grams = 5, Policy = CapacityPolicy.Warn });

        Assert.Empty(_world.Post(_world.Receipt("NUT", 3)).Reply.OverCapacity);
        var over = Assert.Single(_world.Post(_world.Receipt("NUT", 2)).Reply.OverCapacity);
        Assert.Equal(new OverCapacity("B1", CapacityMeasure.Units, 3, 5), over);
        Assert.Empty(_world.Post(_world.Issue("NUT", 1)).Reply.OverCapacity);
    }

    [Fact]
    public void Arrivals_AndLateFacts_NeedRoomToo()
    {
        Limit(new BinCapacity { Units = 2 });
        _world.Post(_world.Receipt("NUT", 5, to: "SHOP"));
        var sent = _world.Post(new DispatchTransfer(_world.Key(), "B1", World.Line("NUT", 4, "SHOP")));

        _world.Refuse(
            new ReceiveTransfer(_world.Key(), sent.Command.Key, new ArrivalLine(0, Quantity.Each(3))),
            ErrorCodes.Capacity);
        _world.Post(new ReceiveTransfer(_world.Key(), sent.Command.Key, new ArrivalLine(0, Quantity.Each(1))));
        _world.Refuse(_world.Receipt("NUT", 2) with { Effective = Times.Minute(-30) }, ErrorCodes.Capacity);
        _world.Post(_world.Receipt("NUT", 1) with { Effective = Times.Minute(-30) });
    }

    [Theory]
    [InlineData("WH")]
    [InlineData("ZONE")]
    [InlineData("SUPPLIER")]
    public void Capacity_IsOfBins(string place) => _world.Refuse(
        new SetCapacity(_world.Key(), place, new BinCapacity { Units = 1 }), ErrorCodes.InvalidLocation);

    [Fact]
    public void Limits_AndMeasures_AreNotNegative()
    {
        foreach (var capacity in new[]
        {
            new BinCapacity { Units = -1 }, new BinCapacity { Grams = -1 }, new BinCapacity { Millilitres = -1 },
            new BinCapacity { Pallets = -1 }, new BinCapacity { Skus = -1 },
            new BinCapacity { Policy = (CapacityPolicy)2 },
        })
        {
            _world.Refuse(new SetCapacity(_world.Key(), "B1", capacity), ErrorCodes.InvalidField);
        }

        _world.Refuse(new SetMeasures(_world.Key(), "NUT", new SkuMeasures(-1)), ErrorCodes.InvalidField);
        _world.Refuse(
            new SetMeasures(_world.Key(), "NUT", new SkuMeasures(0, SkuMeasures.Most + 1)), ErrorCodes.InvalidField);
        _world.Refuse(new SetMeasures(_world.Key(), "NONE", null), ErrorCodes.SkuNotFound);
        _world.Post(new SetMeasures(_world.Key(), "NUT", new SkuMeasures(SkuMeasures.Most, 0)));
    }

    /// <summary>More goods never take less room, and all together at most as much as each by itself.</summary>
    [Property]
    public void Use_GrowsWithTheGoods_AndIsAtMostTheSumOfItsParts(int nuts, int grains, uint nutWeight, uint riceWeight)
    {
        var nut = Sku("NUT", 1m, nutWeight);
        var rice = Sku("RICE", 0.001m, riceWeight);
        var (some, more) = (Math.Abs((long)nuts), Math.Abs((long)grains));
        foreach (var measure in Enum.GetValues<CapacityMeasure>())
        {
            var both = BinUse.Of(measure, [(nut, some), (rice, more)]);
            var parts = BinUse.Of(measure, [(nut, some)]) + BinUse.Of(measure, [(rice, more)]);
            Assert.InRange(both, parts - 1, parts);
            Assert.True(BinUse.Of(measure, [(nut, some), (rice, more + 1)]) >= both);
            Assert.Equal(both, BinUse.Of(measure, [(rice, more), (nut, some)]));
        }
    }

    [Fact]
    public void Use_ThatIsTooMuchToCount_IsTheMost() => Assert.Equal(
        long.MaxValue, BinUse.Of(CapacityMeasure.Grams, [(Sku("NUT", 1m, SkuMeasures.Most), long.MaxValue)]));

    private static Sku Sku(string code, decimal step, long milligrams) => new()
    {
        Number = 1,
        Code = code,
        BaseUnit = new UnitOfMeasure("u", "mass", Ratio.One, step),
        Details = new SkuDetails { Measures = new SkuMeasures(milligrams, milligrams / 2) },
    };

    private void Limit(BinCapacity? capacity) => _world.Post(new SetCapacity(_world.Key(), "B1", capacity));
}
