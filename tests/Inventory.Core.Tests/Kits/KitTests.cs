using Inventory.Catalog;
using Inventory.Core.Tests.Support;
using Inventory.Kits;
using Inventory.TestSupport;

namespace Inventory.Core.Tests.Kits;

/// <summary>Kits: what they may be put together from, and that they have no stock of their own.</summary>
[Capability("CAT-08")]
[Capability("CAT-09")]
public sealed class KitTests
{
    private const int Skus = 6;

    private readonly World _world = new();

    [Fact]
    public void Components_AreKeptInWholeStepsOfTheirOwnUnit()
    {
        Define("KIT");

        Set("KIT", new KitPart("NUT", new Quantity(1, "box")), new KitPart("RICE", new Quantity(0.25m, "kg")));

        Assert.Equal(
            [new KitComponent(_world.SkuNumber("NUT"), 12), new KitComponent(_world.SkuNumber("RICE"), 250)],
            Of("KIT").Components);
        Assert.True(Of("KIT").IsKit);
    }

    [Fact]
    public void AKit_CanBecomeAnOrdinarySkuAgain()
    {
        Define("KIT");
        Set("KIT", new KitPart("NUT", Quantity.Each(1)));
        _world.Refuse(_world.Count("KIT", 1), ErrorCodes.InvalidForKit);

        Set("KIT");

        Assert.False(Of("KIT").IsKit);
        Assert.Equal(string.Empty, Of("KIT").Details.Text);
        _world.Post(_world.Receipt("KIT", 1));
        _world.Refuse(Command("KIT", new KitPart("NUT", Quantity.Each(1))), ErrorCodes.KitHasStock);
    }

    [Fact]
    public void Components_AreChecked_AllAtOnce()
    {
        Define("KIT");

        var errors = _world.Harness.Refuse(Command(
            "KIT", new KitPart("NUT", Quantity.Each(1)), new KitPart("nut", Quantity.Each(1)),
            new KitPart("REPAIR", Quantity.Each(1)), new KitPart("RICE", new Quantity(0.0001m, "kg")),
            new KitPart("PHONE", Quantity.Each(-1)), new KitPart("MILK", new Quantity(1, "kg")),
            new KitPart("NONE", Quantity.Each(1))));

        Assert.Equal(
            [
                "Invalid.Field components[1].sku", "Invalid.Conversion components[5].quantity",
                "Invalid.Step components[3].quantity", "Invalid.ForServiceItem components[2].sku",
                "Invalid.KitQuantity components[4].quantity", "NotFound.Sku components[6].sku",
            ],
            errors.Select(error => $"{error.Code} {error.Target}"));
    }

    [Fact]
    public void AKitInPartsOfAUnit_IsRefused() => _world.Refuse(
        Command("RICE", new KitPart("NUT", Quantity.Each(1))), ErrorCodes.InvalidKitQuantity);

    [Fact]
    public void TooManyComponents_AreRefused()
    {
        var parts = Enumerable.Range(0, SetComponents.ComponentsMax + 1).Select(i => $"C{i}").ToList();
        parts.ForEach(Define);
        Define("KIT");

        _world.Refuse(
            Command("KIT", [.. parts.Select(part => new KitPart(part, Quantity.Each(1)))]), ErrorCodes.InvalidField);
        Set("KIT", [.. parts.Skip(1).Select(part => new KitPart(part, Quantity.Each(1)))]);
    }

    [Fact]
    public void Kits_LieInEachOther_SoDeepAndNoDeeper()
    {
        Define("K0");
        for (var i = 1; i <= SetComponents.DepthMax; i++)
        {
            Define($"K{i}");
            Set($"K{i}", new KitPart($"K{i - 1}", Quantity.Each(1)));
        }

        Define("LAST");
        var error = _world.Refuse(
            Command("LAST", new KitPart($"K{SetComponents.DepthMax}", Quantity.Each(1))), ErrorCodes.InvalidKitCycle);
        Assert.Contains("LAST > K8 > K7", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void ACycle_IsNamedFromEndToEnd()
    {
        foreach (var code in new[] { "A", "B", "C" })
        {
            Define(code);
        }

        Set("A", new KitPart("B", Quantity.Each(1)));
        Set("B", new KitPart("C", Quantity.Each(1)));
        _world.Harness.Forget();

        var error = _world.Refuse(Command("C", new KitPart("A", Quantity.Each(1))), ErrorCodes.InvalidKitCycle);

        Assert.Equal("C > A > B > C", error.Actual);
    }

    /// <summary>Against what can be reached, computed from scratch: refused exactly when a loop is closed.</summary>
    [Property]
    public void Kits_AreRefused_ExactlyWhenTheyCloseALoop(byte[] links, bool forgets)
    {
        var world = new World(new HarnessOptions(LoadsEverything: !forgets));
        for (var i = 0; i < Skus; i++)
        {
            world.Post(new DefineSku(world.Key(), $"S{i}"));
        }

        var parts = new List<int>[Skus];
        for (var i = 0; i < Skus; i++)
        {
            parts[i] = [];
        }

        foreach (var link in links)
        {
            var (kit, part) = (link % Skus, link / Skus % Skus);
            var wanted = parts[kit].Append(part).Distinct().ToList();
            var command = new SetComponents(
                world.Key(), $"S{kit}", [.. wanted.Select(each => new KitPart($"S{each}", Quantity.Each(1)))]);
            if (forgets)
            {
                world.Harness.Forget();
            }

            var outcome = world.Harness.Send(command);

            var loops = wanted.Exists(each => Reaches(parts, each, kit));
            Assert.Equal(loops, outcome.Refused is not null);
            parts[kit] = loops ? parts[kit] : wanted;
        }
    }

    private static bool Reaches(List<int>[] parts, int from, int to)
    {
        var reached = new HashSet<int> { from };
        for (var before = 0; before < reached.Count;)
        {
            before = reached.Count;
            reached.UnionWith(reached.SelectMany(each => parts[each]).ToList());
        }

        return reached.Contains(to);
    }

    private void Define(string code) => _world.Post(new DefineSku(_world.Key(), code));

    private SetComponents Command(string kit, params IReadOnlyList<KitPart> parts) => new(_world.Key(), kit, parts);

    private void Set(string kit, params IReadOnlyList<KitPart> parts) => _world.Post(Command(kit, parts));

    private Sku Of(string code) => _world.Ledger.Skus[_world.SkuNumber(code)];
}
