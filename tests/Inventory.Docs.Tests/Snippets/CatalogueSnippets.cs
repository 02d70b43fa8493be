using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Docs.Tests.Support;
using Inventory.Kits;
using Inventory.Movements;
using Inventory.Packs;
using Inventory.Policies;
using Inventory.References;
using Inventory.Substitutes;
using Inventory.Variants;
using NodaTime;

namespace Inventory.Docs.Tests.Snippets;

/// <summary>The snippets about the catalogue.</summary>
public sealed class CatalogueSnippets
{
    [Fact]
    public async Task Grades()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=grades.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("RADIO");
        await inventory.ReceiveAsync("r1", "RADIO", Quantity.Each(10), "SHOP", Cost.PerUnit(30));

        #region snippet: grades
        await inventory.ExecuteAsync(new DefineGrade("open-box", "OPEN BOX"));
        var unpacked = new MovementLine("RADIO", Quantity.Each(2)) { From = "SHOP", ToGrade = "OPEN BOX" };
        await inventory.ExecuteAsync(new PostMovement("unpacked", MovementKind.GradeChange, unpacked));

        foreach (var radios in await inventory.GetAvailabilityAsync(["RADIO"], ["SHOP"]))
        {
            Console.WriteLine($"{radios.Grade ?? "new"}: {radios.Available}");
        }

        var asked = new OnHandQuery("RADIO") { Grade = "OPEN BOX" };
        Console.WriteLine((await inventory.GetOnHandAsync(asked)).Value.Quantity);
        #endregion

        Printed.ShouldBe("grades");
    }

    [Fact]
    public async Task Owners()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=owners.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("VASE");

        #region snippet: owners
        await inventory.ExecuteAsync(new DefineOwner("potter", "POTTER"));
        var brought = new MovementLine("VASE", Quantity.Each(6)) { To = "SHOP", Owner = "POTTER" };
        await inventory.ExecuteAsync(new PostMovement("brought", MovementKind.Receipt, brought));

        var sold = new MovementLine("VASE", Quantity.Each(1)) { From = "SHOP", Owner = "POTTER" };
        var refused = await inventory.ExecuteAsync(new PostMovement("sold", MovementKind.Issue, sold));
        Console.WriteLine(refused.Errors[0].Code);

        var bought = sold with { Cost = Cost.PerUnit(9) };
        await inventory.ExecuteAsync(new PostMovement("bought", MovementKind.OwnerChange, bought));
        var ours = await inventory.GetOnHandAsync(new OnHandQuery("VASE") { Owner = "" });
        Console.WriteLine($"Ours: {ours.Value.Quantity}");
        #endregion

        Printed.ShouldBe("owners");
    }

    [Fact]
    public async Task Variants_PacksAndKits()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=catalogue.db");
        await using var _ = store;
        await using var __ = inventory;

        #region snippet: variants
        var tee = new DefineVariants("tee", "TEE", new VariantAxis("size", "S", "M"), new VariantAxis("colour", "red"));
        await inventory.ExecuteAsync(tee);
        foreach (var size in new[] { "S", "M" })
        {
            await inventory.DefineSkuAsync($"TEE-{size}");
            var values = new VariantValue[] { new("size", size), new("colour", "red") };
            await inventory.ExecuteAsync(new SetVariant($"tee-{size}", $"TEE-{size}", "TEE", values));
        }

        foreach (var sku in await inventory.GetVariantsAsync("TEE"))
        {
            Console.WriteLine($"{sku.Code}: {string.Join(", ", sku.Variant!.Values.Select(value => value.Value))}");
        }
        #endregion

        #region snippet: packs
        var packs = new SetPacks(
            "packs", "TEE-S",
            new Pack("case", PackLevel.Case, 12, "ea") { WeightGrams = 2_400 },
            new Pack("pallet", PackLevel.Pallet, 40, "case"));
        await inventory.ExecuteAsync(packs);
        await inventory.ReceiveAsync("r1", "TEE-S", new Quantity(2, "case"), "SHOP", Cost.PerUnit(3));
        Console.WriteLine((await inventory.FindSkuAsync("TEE-S"))!.PackContent("pallet"));

        var changed = new Pack("case", PackLevel.Case, 10, "ea");
        Console.WriteLine((await inventory.ExecuteAsync(new SetPacks("packs-2", "TEE-S", changed))).Errors[0].Code);
        #endregion

        #region snippet: kits
        await inventory.DefineSkuAsync("TEE-TRIO");
        var part = new KitPart("TEE-S", Quantity.Each(3));
        await inventory.ExecuteAsync(new SetComponents("trio", "TEE-TRIO", part));

        var counted = await inventory.CountAsync("count", "TEE-TRIO", "SHOP", Quantity.Each(1));
        Console.WriteLine(counted.Errors[0].Message);
        #endregion

        Printed.ShouldBe("catalogue");
        Assert.True((await inventory.VerifyAsync()).IsClean);
    }

    [Fact]
    public async Task Rules_AreInherited()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=rules.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("CAP").ShouldSucceed();
        await inventory.DefineSkuAsync("HAT").ShouldSucceed();

        #region snippet: rules
        await inventory.ExecuteAsync(
        [
            new DefineCategory("hats", "HATS") { Selling = new SellingRule { BufferShare = 0.1m, OrderMinimum = 2 } },
            new DefineChannel("market", "MARKET") { Selling = new SellingRule { BufferUnits = 1 } },
            new SetCategory("cap-1", "CAP", "HATS"),
            new SetSelling("cap-2", "CAP", new SellingLine(new SellingRule { OrderIncrement = 2 })),
        ]);

        var selling = (await inventory.GetSellingAsync("CAP", "MARKET")).Value;
        Console.WriteLine($"Hidden: {selling.BufferShare.Value} ({selling.BufferShare.Origin})");
        Console.WriteLine($"and {selling.BufferUnits.Value} ({selling.BufferUnits.Origin}).");
        Console.WriteLine($"Of 25 the channel is shown {selling.Shown(25)}.");

        var cap = await inventory.FindSkuAsync("CAP");
        Console.WriteLine(selling.CheckOrder(cap!, 5)!.Message);
        #endregion

        #region snippet: substitutes
        var hat = new SubstituteLine("HAT", Ratio.One, SubstitutionRule.WhenShort, new LocalDate(2026, 3, 1));
        await inventory.ExecuteAsync(new SetSubstitutes("cap-3", "CAP", hat));
        foreach (var (sku, link) in await inventory.GetSubstitutesAsync("CAP", new LocalDate(2026, 3, 2)))
        {
            Console.WriteLine($"{sku.Code}, {link.Rule}");
        }
        #endregion

        Printed.ShouldBe("rules");
    }
}
