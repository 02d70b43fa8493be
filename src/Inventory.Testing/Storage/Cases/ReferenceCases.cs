using Inventory.Policies;
using Inventory.References;

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
