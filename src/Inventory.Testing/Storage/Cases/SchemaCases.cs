using Inventory.Storage;

namespace Inventory.Testing.Storage.Cases;

internal sealed class SchemaCases(IInventoryStore store)
{
    public async Task Ensure_MakesTheSchemaCurrent()
    {
        await store.EnsureSchemaAsync().ConfigureAwait(false);

        var status = await store.GetSchemaAsync().ConfigureAwait(false);
        Expect.That(status.IsCurrent, "after EnsureSchemaAsync the schema is current");
        Expect.That(status.Required > 0, "the required version is above 0, which stands for an empty database");
    }

    public async Task Ensure_Again_ChangesNothing()
    {
        var fixture = await StoreFixture.CreateAsync(store).ConfigureAwait(false);
        await fixture.DefineAsync().ConfigureAwait(false);

        await fixture.UnchangedAsync(() =>
            store.EnsureSchemaAsync().AsTask(), "EnsureSchemaAsync on a current schema").ConfigureAwait(false);
    }

    public Task Script_IsThere()
    {
        Expect.That(!string.IsNullOrWhiteSpace(store.GetSchemaScript()), "the schema script has text");
        return Task.CompletedTask;
    }

    public async Task Open_WithoutASchema_IsRefused()
    {
        var status = await store.GetSchemaAsync().ConfigureAwait(false);
        if (!status.IsCurrent)
        {
            Expect.Equal(0, status.Version, "the version of an empty database");
            await Expect.ThrowsAsync<SchemaVersionException>(
                () => store.OpenLedgerAsync(StoreFixture.Definition).AsTask(), "opening a ledger without a schema")
                    .ConfigureAwait(false);
        }
    }
}
