using System.Numerics;
using Inventory.Catalog;
using Inventory.Core.Tests.Support;
using Inventory.Movements;
using Inventory.Packs;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Packs;

/// <summary>Packs: their chain down to single units, and what must not change once a SKU has moved.</summary>
[Capability("CAT-06")]
public sealed class PackTests
{
    private readonly World _world = new();

    /// <summary>A pack holds the product of the contents down its chain, and its unit means that.</summary>
    [Property]
    public void APack_HoldsTheProductDownItsChain(ushort[] counts)
    {
        var packs = new List<Pack>();
        var products = new List<BigInteger>();
        foreach (var count in counts.Take(4))
        {
            packs.Add(new Pack($"p{packs.Count}", (PackLevel)packs.Count, count,
                packs.Count == 0 ? "ea" : packs[^1].Unit));
            products.Add((products.Count == 0 ? 1 : products[^1]) * count);
        }

        var world = new World();
        var outcome = world.Harness.Send(new SetPacks(world.Key(), "NUT", [.. Enumerable.Reverse(packs)]));

        var fits = packs.TrueForAll(pack => pack.Count > 0) && products.TrueForAll(product => product <= long.MaxValue);
        Assert.Equal(fits, outcome.Posted is not null);
        Assert.True(fits || outcome.Refused!.All(error => error.Code == ErrorCodes.InvalidPack));
        var nut = world.Ledger.Skus[1];
        for (var i = 0; fits && i < packs.Count; i++)
        {
            Assert.Equal(products[i], nut.PackContent(packs[i].Unit)!.Value);
            Assert.Equal(packs[i], nut.Packs[i]);
            Assert.Equal((decimal)products[i], nut.Convert(new Quantity(1, packs[i].Unit)).Value.Value.Amount);
        }

        Assert.Null(nut.PackContent("none"));
    }

    [Fact]
    public void Quantities_CanBeGivenInPacks_AndIdentifiersStandForThem()
    {
        Set(new Pack("case", PackLevel.Case, 6, "ea"), new Pack("pallet", PackLevel.Pallet, 40, "case"));
        _world.Post(new AddIdentifier(_world.Key(), "NUT", IdentifierKind.Barcode, "4711") { Unit = "pallet" });

        _world.Post(_world.Movement(
            MovementKind.Receipt,
            new MovementLine("NUT", new Quantity(2, "pallet")) { To = "B1", Cost = Cost.Zero }));

        Assert.Equal(480, _world.OnHand("NUT"));
        Assert.Equal(["box", "case", "pallet"], _world.Ledger.Skus[1].Conversions.Select(each => each.From));
    }

    [Fact]
    public void Packs_OfOneLevel_AreVersions_AndAreReplacedWholly()
    {
        Set(new Pack("case", PackLevel.Case, 6, "ea"), new Pack("case-8", PackLevel.Case, 8, "ea") { Version = 2 });

        Set(new Pack("case-8", PackLevel.Case, 9, "ea"));

        Assert.Equal(["box", "case-8"], _world.Ledger.Skus[1].Conversions.Select(each => each.From));
        Assert.Equal(9, _world.Ledger.Skus[1].PackContent("case-8"));
    }

    [Fact]
    public void AContent_StaysOnceTheSkuHasMoved_AndANewVersionIsAdded()
    {
        var (first, second) = (new Pack("case", PackLevel.Case, 6, "ea"),
            new Pack("case-8", PackLevel.Case, 8, "ea") { Version = 2 });
        Set(first);
        _world.Post(_world.Receipt("NUT", 1));

        _world.Refuse(Command(first with { Count = 7 }), ErrorCodes.PackHasStock);
        _world.Refuse(Command(first with { Contains = "case-8" }, second with { Level = PackLevel.Inner }),
            ErrorCodes.PackHasStock);
        _world.Refuse(Command(second), ErrorCodes.PackHasStock);
        Set(first with { WeightGrams = 500 }, second);

        Assert.Equal(500, _world.Ledger.Skus[1].Packs[0].WeightGrams);
        Assert.Equal((6, 8), (_world.Ledger.Skus[1].PackContent("case"), _world.Ledger.Skus[1].PackContent("case-8")));
    }

    [Theory]
    [InlineData("count", "case", 0, "ea", 1)]
    [InlineData("count", "case", -3, "ea", 1)]
    [InlineData("unit", "ea", 3, "ea", 1)]
    [InlineData("unit", " ", 3, "ea", 1)]
    [InlineData("contains", "case", 3, "case", 1)]
    [InlineData("contains", "case", 3, "pallet", 1)]
    [InlineData("contains", "case", 3, "none", 1)]
    [InlineData("version", "case", 3, "ea", 0)]
    public void AMalformedPack_IsRefused(string field, string unit, long count, string contains, int version)
    {
        var error = _world.Refuse(
            Command(new Pack("pallet", PackLevel.Pallet, 3, "ea"),
                new Pack(unit, PackLevel.Case, count, contains) { Version = version }),
            ErrorCodes.InvalidPack);

        Assert.Equal($"packs[1].{field}", error.Target);
    }

    [Fact]
    public void Packs_ThatCannotBeToldApart_OrContradictAConversion_AreRefused()
    {
        var pack = new Pack("case", PackLevel.Case, 3, "ea");
        _world.Refuse(Command(pack, pack with { Level = PackLevel.Pallet }), ErrorCodes.InvalidPack);
        _world.Refuse(Command(pack, pack with { Unit = "other" }), ErrorCodes.InvalidPack);
        _world.Refuse(Command(pack with { Unit = "box", Count = 11 }), ErrorCodes.InvalidPack);
        _world.Refuse(Command(pack with { HeightMillimetres = 0 }), ErrorCodes.InvalidPack);
        _world.Refuse(
            Command([.. Enumerable.Range(1, 21).Select(i => pack with { Unit = $"u{i}", Version = i })]),
            ErrorCodes.InvalidPack);
        _world.Refuse(Command(pack with { Level = (PackLevel)9 }), ErrorCodes.InvalidField);

        Set(pack with { Unit = "box", Count = 12 });
        Assert.Equal(12, _world.Ledger.Skus[1].PackContent("box"));
    }

    private SetPacks Command(params IReadOnlyList<Pack> packs) => new(_world.Key(), "NUT", packs);

    private void Set(params IReadOnlyList<Pack> packs) => _world.Post(Command(packs));
}
