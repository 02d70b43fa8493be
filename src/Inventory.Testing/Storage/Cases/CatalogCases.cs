using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using NodaTime;

namespace Inventory.Testing.Storage.Cases;

internal sealed class CatalogCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Skus_AreFoundByFoldedCode_AndByNumber()
    {
        await fixture.Driver
            .CommitAsync(_given.Sku("ab-1"), _given.Sku("Über"), _given.Sku("C"))
            .ConfigureAwait(false);

        var byCode = await fixture.ReadAsync(reader => reader.FindSkusAsync(["AB-1", "ÜBER", "none", "ab-1"]))
            .ConfigureAwait(false);
        var byNumber = await fixture.ReadAsync(reader => reader.GetSkusAsync([3, 1, 9])).ConfigureAwait(false);

        Expect.Set([1, 2], byCode.Select(row => row.Sku.Number), "by code");
        Expect.Set(["ab-1", "Über"], byCode.Select(row => row.Sku.Code), "codes as they were written");
        Expect.Set([1, 3], byNumber.Select(row => row.Sku.Number), "by number");
    }

    public async Task LookUps_OfNothing_FindNothing()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.ReadAsync(async reader =>
        {
            Expect.Equal(0, (await reader.FindSkusAsync([]).ConfigureAwait(false)).Count, "SKUs");
            Expect.Equal(0, (await reader.GetSkusAsync([]).ConfigureAwait(false)).Count, "SKUs by number");
            Expect.Equal(0, (await reader.GetHeadsAsync([]).ConfigureAwait(false)).Count, "heads");
            Expect.Equal(0, (await reader.FindLocationsAsync([]).ConfigureAwait(false)).Count, "locations");
            Expect.Equal(0, (await reader.FindReasonsAsync([]).ConfigureAwait(false)).Count, "reasons");
            Expect.Equal(0, (await reader.GetBalancesAsync([]).ConfigureAwait(false)).Count, "balances");
            Expect.Equal(0, (await reader.FindCommandsAsync([]).ConfigureAwait(false)).Count, "commands");
            return 0;
        }).ConfigureAwait(false);
    }

    public async Task Skus_KeepEveryField()
    {
        var full = _given.Sku() with
        {
            Name = "Tee, grün 🍵",
            Type = SkuType.RawMaterial,
            Lifecycle = Lifecycle.PhaseOut,
            Tracking = Tracking.Lot,
            BaseUnit = new UnitOfMeasure("sqft", "area", new Ratio(92903, 1000000), 0.25m),
            Conversions = [new UnitConversion("plate", "sqft", new Ratio(400, 3), 0.5m),
                new UnitConversion("box", "plate", new Ratio(12, 1))],
        };
        var prepared = await fixture.Driver.CommitAsync(full).ConfigureAwait(false);

        var stored = (await fixture.StreamAsync(reader => reader.ReadSkusAsync(0)).ConfigureAwait(false))[0];

        // The hash is over every field; records do not compare what is in lists.
        var given = prepared.Batch.Skus[1];
        Expect.Equal(given.ComputeCheck(), stored.Check, "stored hash");
        Expect.Equal(given.ComputeCheck(), stored.Row.Sku.ComputeCheck(), "hash of the stored fields");
        Expect.Rows(given.Conversions, stored.Row.Sku.Conversions, "conversions");
    }

    public async Task Skus_Changed_AreStoredAnew()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(new ChangeLifecycle(_given.Key(), Given.DefaultSku, Lifecycle.Blocked))
            .ConfigureAwait(false);

        var stored = await fixture.StreamAsync(reader => reader.ReadSkusAsync(0)).ConfigureAwait(false);
        var state = await fixture.ReadAsync(reader => reader.GetLedgerAsync()).ConfigureAwait(false);

        Expect.Equal(1, stored.Count, "SKUs");
        Expect.Equal(Lifecycle.Blocked, stored[0].Row.Sku.Lifecycle, "lifecycle");
        Expect.Equal(stored[0].Row.Sku.ComputeCheck(), stored[0].Check, "hash");
        Expect.Equal((1, 3L), (state.Skus, state.CatalogVersion), "count of SKUs, catalogue version");
    }

    public async Task Skus_AreReadByNumber_AfterOne()
    {
        await fixture.Driver.CommitAsync(_given.Sku("C"), _given.Sku("B"), _given.Sku("A")).ConfigureAwait(false);

        var after = await fixture.StreamAsync(reader => reader.ReadSkusAsync(1)).ConfigureAwait(false);

        Expect.Rows([2, 3], after.Select(row => row.Row.Sku.Number), "SKUs after number 1");
    }

    public async Task Heads_ComeWithTheirSkus()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        Expect.Equal(Head.Of(1), await HeadAsync().ConfigureAwait(false), "head of a new SKU");

        var prepared = await fixture.Driver.CommitAsync(_given.Receipt(5)).ConfigureAwait(false);

        var head = await HeadAsync().ConfigureAwait(false);
        Expect.Equal(prepared.Batch.Heads[0] with { BlockEntries = 1 }, head, "head after a receipt");
        var heads = await fixture.ReadAsync(reader => reader.GetHeadsAsync([1, 77])).ConfigureAwait(false);
        Expect.Rows([head], heads, "heads by number");
    }

    public async Task Locations_KeepEveryField()
    {
        var prepared = await fixture.Driver.CommitAsync(
            new DefineLocation(_given.Key(), "firm", LocationKind.Company) { TimeZone = "Europe/London" },
            new DefineLocation(_given.Key(), "shop", LocationKind.Site, "firm") { Name = "Shop" },
            new DefineLocation(_given.Key(), "bin", LocationKind.Bin, "shop")
            {
                IsPool = true,
                Negative = NegativeStock.AllowToLimit,
                NegativeLimit = 7,
                HoldsStock = true,
                Address = new BinAddress { Walk = 3, XMillimetres = -2, YMillimetres = 0 },
            }).ConfigureAwait(false);

        var stored = await fixture.StreamAsync(reader => reader.ReadLocationsAsync()).ConfigureAwait(false);

        Expect.Rows(prepared.Batch.Locations, stored.Skip(5).Select(row => row.Row), "locations by number");
        Expect.That(stored.TrueForAll(row => row.Check == row.Row.ComputeCheck()),
            "locations are stored with their hashes");
        var byCode = await fixture.ReadAsync(reader => reader.FindLocationsAsync(["BIN", "SUPPLIER", "bin"]))
            .ConfigureAwait(false);
        var byNumber = await fixture.ReadAsync(reader => reader.GetLocationsAsync([8, 1, 99])).ConfigureAwait(false);
        Expect.Set([1, 8], byCode.Select(location => location.Number), "by code");
        Expect.Set(byCode, byNumber, "by number");
    }

    public async Task Locations_Changed_AreStoredAnew()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var before = await fixture.StreamAsync(reader => reader.ReadLocationsAsync()).ConfigureAwait(false);
        var prepared = await fixture.Driver.CommitAsync(
            new FreezeLocation(_given.Key(), Given.DefaultPlace, "anna", FreezePurpose.Audit)
            {
                Direction = FreezeDirection.Out,
                Until = Instant.FromUtc(2099, 1, 2, 3, 4),
            }).ConfigureAwait(false);

        prepared = await fixture.Driver.CommitAsync(
            new SetAddress(_given.Key(), Given.DefaultPlace, new BinAddress { Walk = 7, ZMillimetres = 100 }))
            .ConfigureAwait(false);

        var frozen = await fixture.StreamAsync(reader => reader.ReadLocationsAsync()).ConfigureAwait(false);
        Expect.Equal(before.Count, frozen.Count, "locations");
        Expect.Equal(prepared.Batch.Locations[0], frozen[^1].Row, "the frozen and addressed location");
        Expect.Equal(frozen[^1].Row.ComputeCheck(), frozen[^1].Check, "hash");

        await fixture.Driver.CommitAsync(
            new UnfreezeLocation(_given.Key(), Given.DefaultPlace),
            new SetAddress(_given.Key(), Given.DefaultPlace, null)).ConfigureAwait(false);

        var after = await fixture.StreamAsync(reader => reader.ReadLocationsAsync()).ConfigureAwait(false);
        Expect.Rows(before, after, "locations as they were before");
        var state = await fixture.ReadAsync(reader => reader.GetLedgerAsync()).ConfigureAwait(false);
        Expect.Equal((6, 6L), (state.Locations, state.CatalogVersion), "count of locations, catalogue version");
    }

    public async Task Reasons_KeepEveryField()
    {
        var prepared = await fixture.Driver.CommitAsync(
            new DefineReason(_given.Key(), "theft", ReasonDirection.Out) { Name = "Stolen", Account = "4711" },
            new DefineReason(_given.Key(), "found")).ConfigureAwait(false);

        var stored = await fixture.StreamAsync(reader => reader.ReadReasonsAsync()).ConfigureAwait(false);
        var found = await fixture.ReadAsync(reader => reader.FindReasonsAsync(["FOUND", "none"])).ConfigureAwait(false);

        Expect.Rows(prepared.Batch.Reasons, stored.Select(row => row.Row), "reasons by number");
        Expect.That(stored.TrueForAll(row => row.Check == row.Row.ComputeCheck()),
            "reasons are stored with their hashes");
        Expect.Rows([prepared.Batch.Reasons[1]], found, "by code");
    }

    private Task<Head> HeadAsync() =>
        fixture.ReadAsync(async reader => (await reader.FindSkusAsync(["SKU-1"]).ConfigureAwait(false))[0].Head);
}
