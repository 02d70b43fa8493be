using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Kits;
using Inventory.Packs;
using Inventory.Policies;
using Inventory.References;
using Inventory.Substitutes;
using Inventory.TestSupport;
using Inventory.Variants;
using NodaTime;

namespace Inventory.Engine.Tests.MasterData;

/// <summary>Code lists and what SKUs say of themselves, asked for on both stores.</summary>
public sealed class MasterDataTests
{
    private static readonly LocalDate Day = new(2021, 6, 1);

    private static readonly IReadOnlyList<Command> Everything =
    [
        new DefineCategory("c1", "ALL") { Selling = new SellingRule { BufferShare = 0.1m } },
        new DefineCategory("c2", "TEES", "ALL")
        {
            Thresholds =
            [
                new ThresholdLine(new ThresholdSet { ReorderPoint = 10, LeadTimeDays = 7 }),
                new ThresholdLine(new ThresholdSet { ReorderPoint = 20 }, "WH"),
            ],
        },
        new DefineGrade("g1", "OPEN-BOX") { Name = "Open box" },
        new DefineOwner("o1", "ACME"),
        new DefineChannel("ch1", "WEB") { Selling = new SellingRule { BufferUnits = 2 } },
        new DefineVariants("v1", "TEE", new VariantAxis("size", "S", "M", "L")),
        .. new[] { "S", "M", "L" }.SelectMany(size => new Command[]
        {
            new DefineSku($"sku-{size}", $"TEE-{size}"),
            new SetVariant($"var-{size}", $"TEE-{size}", "TEE", new VariantValue("size", size)),
            new SetCategory($"cat-{size}", $"TEE-{size}", "TEES"),
        }),
        new SetThresholds("t1", "TEE-S", new ThresholdLine(new ThresholdSet { SafetyStock = 3 }, "B1")),
        new SetSelling("s1", "TEE-S", new SellingLine(new SellingRule { OversellLimit = 5 }, "WEB")),
        new SetSubstitutes(
            "sub1", "TEE-S",
            new SubstituteLine("TEE-M", Ratio.One) { ValidTo = Day },
            new SubstituteLine("TEE-L", new Ratio(2, 1)) { ValidFrom = Day },
            new SubstituteLine("NUT", Ratio.One) { ValidFrom = Day.PlusDays(1) }),
        new SetPacks("p1", "TEE-S", new Pack("case", PackLevel.Case, 12, "ea")),
        new DefineSku("sku-kit", "KIT"),
        new SetComponents(
            "k1", "KIT", new KitPart("TEE-S", new Quantity(1, "case")), new KitPart("NUT", Quantity.Each(3))),
    ];

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("CAT-02"), Capability("CAT-12"), Capability("CAT-13"), Capability("LOC-07")]
    public async Task CodeLists_AreFoundAndRead(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await FilledAsync(stores);
        var inventory = shop.Inventory;

        Assert.Equal("Open box", (await inventory.FindReferenceAsync(ReferenceKind.Grade, " open-Box "))?.Name);
        Assert.Null(await inventory.FindReferenceAsync(ReferenceKind.Owner, "open-box"));
        Assert.Null(await inventory.FindReferenceAsync(ReferenceKind.Owner, "\n"));
        Assert.Equal(1, (await inventory.FindReferenceAsync(ReferenceKind.Category, "tees"))?.Parent);
        Assert.Equal(
            ["ALL", "TEES"],
            await inventory.ReadReferencesAsync(ReferenceKind.Category).Select(row => row.Code).ToListAsync());
        Assert.Equal(
            ["TEE-S", "TEE-M", "TEE-L"], (await inventory.GetVariantsAsync("tee")).Select(sku => sku.Code));
        Assert.Empty(await inventory.GetVariantsAsync("CAP"));
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("CAT-10"), Capability("CAT-18"), Capability("RES-10"), Capability("RES-14")]
    public async Task EffectiveRules_SayWhereTheyComeFrom(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await FilledAsync(stores);
        var inventory = shop.Inventory;

        var selling = (await inventory.GetSellingAsync("tee-s", "web")).Value;
        var elsewhere = (await inventory.GetSellingAsync("TEE-S")).Value;
        var thresholds = (await inventory.GetThresholdsAsync(
            "TEE-S", "B1", new ThresholdSet { CountEveryDays = 90 })).Value;
        var nowhere = (await inventory.GetThresholdsAsync("TEE-S")).Value;

        Assert.Equal("0.1 category ALL", $"{selling.BufferShare.Value} {selling.BufferShare.Origin}");
        Assert.Equal("2 channel WEB", $"{selling.BufferUnits.Value} {selling.BufferUnits.Origin}");
        Assert.Equal("5 SKU TEE-S in WEB", $"{selling.OversellLimit.Value} {selling.OversellLimit.Origin}");
        Assert.Equal((7, 12), (selling.Shown(10), selling.Promisable(10)));
        Assert.Equal(("the default", 9), (elsewhere.BufferUnits.Origin.ToString(), elsewhere.Shown(10)));
        Assert.Equal("20 category TEES at WH", $"{thresholds.ReorderPoint.Value} {thresholds.ReorderPoint.Origin}");
        Assert.Equal("3 SKU TEE-S at B1", $"{thresholds.SafetyStock.Value} {thresholds.SafetyStock.Origin}");
        Assert.Equal("7 category TEES", $"{thresholds.LeadTimeDays.Value} {thresholds.LeadTimeDays.Origin}");
        Assert.Equal("90 the default", $"{thresholds.CountEveryDays.Value} {thresholds.CountEveryDays.Origin}");
        Assert.Equal((10m, null), (nowhere.ReorderPoint.Value, nowhere.SafetyStock.Value));

        Assert.Equal(
            ["NotFound.Sku sku", "NotFound.Code channel"],
            (await inventory.GetSellingAsync("NONE", "NONE")).Errors.Select(error => $"{error.Code} {error.Target}"));
        Assert.Equal(
            ["NotFound.Sku sku", "NotFound.Location location"],
            (await inventory.GetThresholdsAsync("NONE", "NONE")).Errors
                .Select(error => $"{error.Code} {error.Target}"));

        Assert.Equal(["TEE-M", "TEE-L"], await SubstitutesAsync(Day));
        Assert.Equal(["TEE-M"], await SubstitutesAsync(Day.PlusDays(-1)));
        Assert.Equal(["TEE-L", "NUT"], await SubstitutesAsync(Day.PlusDays(1)));
        Assert.Empty(await inventory.GetSubstitutesAsync("NONE", Day));

        async Task<IEnumerable<string>> SubstitutesAsync(LocalDate day)
        {
            return (await inventory.GetSubstitutesAsync("TEE-S", day)).Select(substitute => substitute.Sku.Code);
        }
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("CAT-06"), Capability("CAT-08"), Capability("CAT-09")]
    public async Task Details_AreReadAsTheyWereSet_ByAnotherProcess(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await FilledAsync(stores);
        await using var other = await Shop.ConnectAsync(stores.Connect());

        var kit = await other.Inventory.FindSkuAsync("kit");
        Assert.Equal([new KitComponent(3, 12), new KitComponent(1, 3)], kit!.Components);
        Assert.Equal(12, (await other.Inventory.FindSkuAsync("tee-s"))!.PackContent("case"));
        Assert.Equal("Invalid.ForKit", (await other.RefuseAsync(Shop.Receipt("r1", 1, sku: "KIT"))).Code.Name);
        await other.PostAsync(Shop.Receipt("r2", 1, sku: "TEE-S"));
        Assert.Equal(
            "Conflict.KitHasStock",
            (await shop.RefuseAsync(new SetComponents("k2", "TEE-S", new KitPart("NUT", Quantity.Each(1))))).Code.Name);
        await shop.VerifyAsync();
    }

    [Fact]
    public async Task BothStores_KeepTheSame()
    {
        var texts = new List<List<string>>();
        foreach (var kind in new[] { StoreKind.Memory, StoreKind.Sqlite })
        {
            await using var stores = await Stores.CreateAsync(kind);
            await using var shop = await FilledAsync(stores);
            await shop.PostAsync(
                new DefineCategory("c3", "TEES") { Replaces = true },
                new DefineVariants("v2", "TEE", new VariantAxis("size", "S", "M", "L", "XL")) { Replaces = true },
                new SetVariant("var2", "TEE-L", null));
            texts.Add(await shop.TextAsync());
        }

        Assert.Equal(texts[0], texts[1]);
    }

    private static async Task<Shop> FilledAsync(Stores stores)
    {
        var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync([.. Everything]);
        return shop;
    }
}
