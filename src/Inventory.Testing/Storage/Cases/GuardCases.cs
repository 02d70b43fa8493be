using Inventory.Catalog;

namespace Inventory.Testing.Storage.Cases;

internal sealed class GuardCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Catalogue_ThatMovedOn_StopsABatch()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var stale = await fixture.PrepareAsync(_given.Receipt(5)).ConfigureAwait(false);
        fixture.Driver.Now = stale.Batch.Recorded;
        await fixture.Driver.CommitAsync(new ChangeLifecycle(_given.Key(), Given.DefaultSku, Lifecycle.Blocked))
            .ConfigureAwait(false);

        await RefusedAsync(stale, "a batch decided on an older catalogue").ConfigureAwait(false);
    }

    public async Task Catalogue_NewCodes_AreMadeOnce()
    {
        var first = await fixture.PrepareAsync(_given.Sku()).ConfigureAwait(false);
        var second = await fixture.PrepareAsync(_given.Sku()).ConfigureAwait(false);
        Expect.That(second.Batch.Recorded >= first.Batch.Recorded, "only the catalogue can stop the second");

        Expect.That(await fixture.TryCommitAsync(first).ConfigureAwait(false), "the first definition is written");
        await RefusedAsync(second, "a second definition of one code").ConfigureAwait(false);
    }

    public async Task Recording_NeverGoesBack()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Receipt(5)).ConfigureAwait(false);
        var last = (await fixture.ReadAsync(reader => reader.GetLedgerAsync()).ConfigureAwait(false)).LastRecorded;

        // A reservation has no head to guard: only the time of its recording stops it.
        fixture.Driver.Now = last - 1;
        await RefusedAsync(await fixture.PrepareAsync(_given.Reserve(1)).ConfigureAwait(false),
            "a batch from before the last commit").ConfigureAwait(false);

        fixture.Driver.Now = last;
        var same = await fixture.PrepareAsync(_given.Reserve(1)).ConfigureAwait(false);
        Expect.That(await fixture.TryCommitAsync(same).ConfigureAwait(false),
            "a batch of the very instant of the last commit is written");
    }

    public async Task Head_ThatMovedOn_StopsABatch()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var stale = await fixture.PrepareAsync(_given.Receipt(5)).ConfigureAwait(false);
        fixture.Driver.Now = stale.Batch.Recorded;
        await fixture.Driver.CommitAsync(_given.Receipt(1)).ConfigureAwait(false);

        await RefusedAsync(stale, "a batch decided on an older head").ConfigureAwait(false);
    }

    public async Task Head_OfOneOfManySkus_StopsTheWholeBatch()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Sku("SKU-2"), _given.Sku("SKU-3")).ConfigureAwait(false);
        var stale = await fixture.PrepareAsync(
            _given.Receipt(1), _given.Receipt(2, sku: "SKU-2"), _given.Receipt(3, sku: "SKU-3")).ConfigureAwait(false);
        fixture.Driver.Now = stale.Batch.Recorded;
        await fixture.Driver.CommitAsync(_given.Receipt(1, sku: "SKU-2")).ConfigureAwait(false);

        await RefusedAsync(stale, "a batch of which one head is older").ConfigureAwait(false);
    }

    public async Task Head_OfAnotherSku_StopsNothing()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.Driver.CommitAsync(_given.Sku("SKU-2")).ConfigureAwait(false);
        var prepared = await fixture.PrepareAsync(_given.Receipt(5)).ConfigureAwait(false);
        fixture.Driver.Now = prepared.Batch.Recorded;
        await fixture.Driver.CommitAsync(_given.Receipt(1, sku: "SKU-2")).ConfigureAwait(false);

        Expect.That(await fixture.TryCommitAsync(prepared).ConfigureAwait(false),
            "a batch is written when only other SKUs have moved on");
        var entries = await fixture
            .StreamAsync(reader => reader.ReadEntriesAsync(1, Ledger.EntryKey.Start, Ledger.EntryKey.End))
            .ConfigureAwait(false);
        Expect.Rows([4L], entries.Select(entry => entry.Commit), "the commit is the next one when it is written");
    }

    public async Task Failed_Batches_LeaveTheNextWriterAlone()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var stale = await fixture.PrepareAsync(_given.Receipt(5)).ConfigureAwait(false);
        fixture.Driver.Now = stale.Batch.Recorded;
        await fixture.Driver.CommitAsync(_given.Receipt(1)).ConfigureAwait(false);
        await RefusedAsync(stale, "a batch decided on an older head").ConfigureAwait(false);

        await fixture.Driver.CommitAsync(_given.Receipt(2)).ConfigureAwait(false);

        var positions = await fixture.ReadAsync(reader => reader.GetPositionsOfAsync(1)).ConfigureAwait(false);
        Expect.Equal(3L, positions[0].OnHand, "on hand");
    }

    private Task RefusedAsync(PreparedBatch prepared, string what) => fixture.UnchangedAsync(
        async () => Expect.That(!await fixture.TryCommitAsync(prepared).ConfigureAwait(false), what
            + " is not written"), what);
}
