using Inventory.Locations;
using Inventory.Storage;

namespace Inventory.Testing.Storage.Cases;

internal sealed class LedgerCases(StoreFixture fixture)
{
    private static readonly LedgerDefinition Definition = StoreFixture.Definition;

    public async Task Open_New_StartsAtZero()
    {
        var opened = await fixture.Store.OpenLedgerAsync(Definition with { Name = "new", RequireActor = true })
            .ConfigureAwait(false);

        var state = opened.State;
        Expect.Equal("new", state.Name, "name");
        Expect.Equal(Definition.Currency, state.Currency, "currency");
        Expect.Equal(Definition.CostScale, state.CostScale, "cost scale");
        Expect.Equal(true, state.RequireActor, "require actor");
        Expect.Equal((0L, 0L, 0L), (state.CatalogVersion, state.LastCommit, state.LastRecorded),
            "catalogue version, last commit, last recorded");
        Expect.Equal((0, 5, 0), (state.Skus, state.Locations, state.Reasons), "SKUs, locations, reasons");
    }

    public async Task Open_New_HasTheWellKnownLocations()
    {
        var found = await fixture.StreamAsync(reader => reader.ReadLocationsAsync()).ConfigureAwait(false);

        Expect.Rows(WellKnownLocations.All, found.Select(row => row.Row), "locations of a new ledger");
        Expect.That(found.TrueForAll(row => row.Check == row.Row.ComputeCheck()),
            "well-known locations are stored with their hashes");
    }

    public async Task Open_Again_FindsTheSameLedger()
    {
        await fixture.DefineAsync().ConfigureAwait(false);

        var again = await fixture.Store.OpenLedgerAsync(Definition).ConfigureAwait(false);

        Expect.Equal(fixture.Ledger, again.State.Ledger, "number");
        Expect.Equal(await fixture.ReadAsync(reader => reader.GetLedgerAsync()).ConfigureAwait(false), again.State,
            "state");
        Expect.Equal(1L, again.State.LastCommit, "last commit");
    }

    public async Task Open_WithOtherSettings_IsRefused()
    {
        LedgerDefinition[] others =
        [
            Definition with { Currency = Currency.Eur },
            Definition with { CostScale = 2 },
            Definition with { RequireActor = true },
        ];
        foreach (var other in others)
        {
            await fixture.UnchangedAsync(
                () => Expect.ThrowsAsync<ArgumentException>(() =>
                    fixture.Store.OpenLedgerAsync(other).AsTask(), $"opening with {other}"),
                "opening with other settings").ConfigureAwait(false);
        }
    }

    public async Task Ledgers_OfOneStore_AreApart()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var other = await fixture.Store.OpenLedgerAsync(Definition with { Name = "other" }).ConfigureAwait(false);
        Expect.That(other.State.Ledger != fixture.Ledger, "two ledgers have two numbers");
        var driver = new CommitDriver(fixture.Store, other.State.Ledger);
        var same = new Given();

        // The same codes and command keys, but on another ledger: both are unique per ledger only.
        await fixture.UnchangedAsync(
            () => driver.CommitAsync(same.Sku(), same.Site(), same.Receipt(5)), "a commit to another ledger")
                .ConfigureAwait(false);

        var reader = await fixture.Store.ReadAsync(other.State.Ledger).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            Expect.Equal(5L, (await reader.GetPositionsOfAsync(1).ConfigureAwait(false))[0].OnHand,
                "on hand in the other ledger");
        }
    }

    public async Task State_FollowsCommits()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var prepared = await fixture.Driver.CommitAsync(fixture.Given.Receipt(5)).ConfigureAwait(false);

        var state = await fixture.ReadAsync(reader => reader.GetLedgerAsync()).ConfigureAwait(false);

        Expect.Equal(2L, state.LastCommit, "last commit");
        Expect.Equal(prepared.Batch.Recorded, state.LastRecorded, "last recorded");
        Expect.Equal((1, 6, 0), (state.Skus, state.Locations, state.Reasons), "SKUs, locations, reasons");
        Expect.Equal(prepared.Batch.ExpectedCatalogVersion, state.CatalogVersion,
            "catalogue version, which a receipt does not raise");
    }

    public async Task Settings_HaveTheirHash_WhateverIsCommitted()
    {
        await fixture.DefineAsync().ConfigureAwait(false);

        var (ledger, books) = await fixture.ReadAsync(reader => reader.GetSettingsAsync()).ConfigureAwait(false);

        Expect.Equal(ledger.Row.ComputeCheck(), ledger.Check, "hash of the settings");
        Expect.Equal(1L, ledger.Row.LastCommit, "last commit");
        Expect.Equal(0, books.Count, "books");
    }
}
