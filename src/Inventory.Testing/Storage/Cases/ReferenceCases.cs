using Inventory.Catalog;
using Inventory.Kits;
using Inventory.Packs;
using Inventory.Policies;
using Inventory.References;
using Inventory.Variants;

namespace Inventory.Testing.Storage.Cases;

internal sealed class ReferenceCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Rows_KeepEveryField()
    {
        await DefineAllAsync().ConfigureAwait(false);

        var stored = await fixture.StreamAsync(reader => reader.ReadReferencesAsync()).ConfigureAwait(false);

        Expect.Rows(
            ["Category 1 goods 0", "Category 2 Größen 1", "Grade 1 open 0", "Owner 1 acme 0", "Channel 1 web 0",
                "VariantTemplate 1 tee 0"],
            stored.Select(row => $"{row.Row.Kind} {row.Row.Number} {row.Row.Code} {row.Row.Parent}"), "rows");
        Expect.Equal("Tees, grün", stored[1].Row.Name, "name");
        Expect.Equal(
            """{"thresholds":[{"reorderPoint":"2.5","leadTimeDays":0}],"selling":{"bufferShare":"0.1"}}""",
            stored[1].Row.Details, "details of a category");
        Expect.Equal("""{"selling":{"orderMinimum":"1"}}""", stored[4].Row.Details, "details of a channel");
        Expect.Equal(
            """{"axes":[{"name":"size","values":["S","M"]}]}""", stored[5].Row.Details, "details of a template");
        Expect.That(stored.TrueForAll(row => row.Check == row.Row.ComputeCheck()), "rows are stored with their hashes");
    }

    public async Task Rows_AreFoundByListAndCode_AndByNumber()
    {
        await DefineAllAsync().ConfigureAwait(false);

        var byCode = await fixture.ReadAsync(reader => reader.FindReferencesAsync(
            [(ReferenceKind.Category, "GRÖSSEN"), (ReferenceKind.Category, "GRÖßEN"), (ReferenceKind.Grade, "OPEN"),
                (ReferenceKind.Owner, "OPEN"), (ReferenceKind.Channel, "web")])).ConfigureAwait(false);
        var byNumber = await fixture.ReadAsync(reader => reader.GetReferencesAsync(
            [(ReferenceKind.Category, 2), (ReferenceKind.Owner, 1), (ReferenceKind.Grade, 2)])).ConfigureAwait(false);
        var nothing = await fixture.ReadAsync(reader => reader.FindReferencesAsync([])).ConfigureAwait(false);

        Expect.Set(["Größen", "open"], byCode.Select(row => row.Code), "by code");
        Expect.Set(["Größen", "acme"], byNumber.Select(row => row.Code), "by number");
        Expect.Equal(0, nothing.Count, "of nothing");
    }

    public async Task Rows_Replaced_AreStoredAnew_AndCounted()
    {
        await DefineAllAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(
            new DefineCategory(_given.Key(), "GOODS") { Name = "first", Replaces = true },
            new DefineCategory(_given.Key(), "Goods") { Name = "second", Replaces = true },
            new DefineGrade(_given.Key(), "b")).ConfigureAwait(false);

        var stored = await fixture.StreamAsync(reader => reader.ReadReferencesAsync()).ConfigureAwait(false);
        var state = await fixture.ReadAsync(reader => reader.GetLedgerAsync()).ConfigureAwait(false);

        Expect.Equal(("goods", "second"), (stored[0].Row.Code, stored[0].Row.Name), "the last one");
        Expect.Equal(stored[0].Row.ComputeCheck(), stored[0].Check, "hash");
        Expect.Equal(new ReferenceCounts(2, 2, 1, 1, 1), state.References, "counts");
        Expect.Equal(9L, state.CatalogVersion, "catalogue version");
    }

    public async Task Details_OfASku_AreKept_AndVariantsFoundByTemplate()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await DefineAllAsync().ConfigureAwait(false);
        var prepared = await fixture.Driver.CommitAsync(
            _given.Sku("kit"), _given.Sku("other"),
            new SetComponents(_given.Key(), "kit", new KitPart(Given.DefaultSku, Quantity.Each(2))),
            new SetVariant(_given.Key(), "kit", "tee", new VariantValue("size", "M")),
            new SetVariant(_given.Key(), "other", "tee", new VariantValue("size", "S")),
            new SetVariant(_given.Key(), "other", null),
            new SetPacks(_given.Key(), "other", new Pack("case", PackLevel.Case, 6, "ea"))).ConfigureAwait(false);

        var stored = await fixture.StreamAsync(reader => reader.ReadSkusAsync(0)).ConfigureAwait(false);
        var variants = await fixture.ReadAsync(reader => reader.GetVariantsAsync(1)).ConfigureAwait(false);
        var none = await fixture.ReadAsync(reader => reader.GetVariantsAsync(2)).ConfigureAwait(false);
        var nothing = await fixture.ReadAsync(reader => reader.GetVariantsAsync(0)).ConfigureAwait(false);

        Expect.Rows(
            [
                string.Empty,
                """{"variant":{"template":1,"values":[{"axis":"size","value":"M"}]},"""
                + """
                "components":[{"sku":1,"steps":2}]}
                """,
                """{"packs":[{"unit":"case","level":1,"count":6,"contains":"ea","version":1}]}""",
            ],
            stored.Select(row => row.Row.Sku.Details.Text), "details");
        Expect.That(ReferenceEquals(SkuDetails.None, stored[0].Row.Sku.Details), "no details are the shared ones");
        Expect.Equal(prepared.Batch.Skus[3].ComputeCheck(), stored[2].Check, "hash");
        Expect.Rows([2], variants.Select(row => row.Sku.Number), "variants");
        Expect.Equal(0, none.Count + nothing.Count, "variants of others");
    }

    public async Task AKit_DecidedBeforeItsSkuMoved_IsNotWritten()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Sku("part")).ConfigureAwait(false);
        var kit = await fixture.PrepareAsync(
            new SetComponents(_given.Key(), Given.DefaultSku, new KitPart("part", Quantity.Each(1))))
            .ConfigureAwait(false);
        fixture.Driver.Now = kit.Batch.Recorded;
        await fixture.Driver.CommitAsync(_given.Receipt(5)).ConfigureAwait(false);

        Expect.Equal(false, await fixture.TryCommitAsync(kit).ConfigureAwait(false), "written");
    }

    private Task DefineAllAsync() => fixture.Driver.CommitAsync(
        new DefineCategory(_given.Key(), "goods"),
        new DefineCategory(_given.Key(), "Größen", "GOODS")
        {
            Name = "Tees, grün",
            Thresholds = [new ThresholdLine(new ThresholdSet { ReorderPoint = 2.50m, LeadTimeDays = 0 })],
            Selling = new SellingRule { BufferShare = 0.10m },
        },
        new DefineGrade(_given.Key(), "open"),
        new DefineOwner(_given.Key(), "acme"),
        new DefineChannel(_given.Key(), "web") { Selling = new SellingRule { OrderMinimum = 1 } },
        new DefineVariants(_given.Key(), "tee", new VariantAxis("size", "S", "M")));
}
