using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Storage;

namespace Inventory.Testing.Storage.Cases;

internal sealed class TransactionCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Writer_ReadsWhatItHasWritten()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.WriteAsync(async writer =>
        {
            var prepared = CommitDriver.Value(
                await fixture.Driver.PrepareAsync(writer, _given.Receipt(5), _given.Sku("SKU-2"), _given.Reserve(2))
                    .ConfigureAwait(false));
            Expect.That(await writer.TryWriteAsync(prepared.Batch, prepared.Commands).ConfigureAwait(false),
                "the guards hold");

            Expect.Equal(2L, (await writer.GetLedgerAsync().ConfigureAwait(false)).LastCommit, "last commit");
            Expect.Rows(
                [new Position(1, new(6), new(5), 0, 2)], await writer.GetPositionsOfAsync(1).ConfigureAwait(false),
                "positions");
            Expect.Equal(1, (await writer.FindSkusAsync(["SKU-2"]).ConfigureAwait(false)).Count, "the new SKU");
            Expect.Equal(1, (await writer.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End).CollectAsync()
                .ConfigureAwait(false)).Count, "entries");
            Expect.Equal(3, (await writer.FindCommandsAsync([.. prepared.Commands.Select(command => command.Key)])
                .ConfigureAwait(false)).Count, "commands");
        }).ConfigureAwait(false);
    }

    public async Task Writer_CanWriteTwoBatches()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.WriteAsync(async writer =>
        {
            for (var quantity = 5; quantity <= 6; quantity++)
            {
                var prepared = CommitDriver.Value(
                    await fixture.Driver.PrepareAsync(writer, _given.Receipt(quantity)).ConfigureAwait(false));
                Expect.That(await writer.TryWriteAsync(prepared.Batch, prepared.Commands).ConfigureAwait(false),
                    "the guards hold");
            }
        }).ConfigureAwait(false);

        var entries = await fixture.StreamAsync(reader => reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End))
            .ConfigureAwait(false);
        Expect.Rows([(2L, 5L), (3L, 6L)], entries.Select(entry => (entry.Commit, entry.Quantity)),
            "commits and quantities");
    }

    public async Task Writer_DisposedWithoutACommit_LeavesNoTrace()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await fixture.UnchangedAsync(
            async () =>
            {
                var writer = await fixture.Store.WriteAsync(fixture.Ledger).ConfigureAwait(false);
                await using (writer.ConfigureAwait(false))
                {
                    var prepared = CommitDriver.Value(
                        await fixture.Driver.PrepareAsync(writer, _given.Receipt(5), _given.Sku("SKU-2"))
                            .ConfigureAwait(false));
                    await writer.TryWriteAsync(prepared.Batch, prepared.Commands).ConfigureAwait(false);
                    await writer.PutOpenBlockAsync(1, new EntryKey(3, 4), 5).ConfigureAwait(false);
                    await writer.AddDaysAsync([new(1, 6, 20260102, MovementKind.Receipt, 1, 0, 0, 1)])
                        .ConfigureAwait(false);
                }
            },
            "a writer disposed without a commit").ConfigureAwait(false);

        await fixture.Driver.CommitAsync(_given.Receipt(5)).ConfigureAwait(false);
    }

    public async Task Readers_SeeWhatWasCommittedWhenTheyBegan()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var reader = await fixture.Store.ReadAsync(fixture.Ledger).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            // A snapshot may be taken by the first read instead of at the beginning.
            Expect.Equal(1L, (await reader.GetLedgerAsync().ConfigureAwait(false)).LastCommit, "last commit");
            await fixture.Driver.CommitAsync(_given.Receipt(5), _given.Sku("SKU-2")).ConfigureAwait(false);

            Expect.Equal(1L, (await reader.GetLedgerAsync().ConfigureAwait(false)).LastCommit,
                "last commit of the same snapshot");
            Expect.Equal(0, (await reader.GetPositionsOfAsync(1).ConfigureAwait(false)).Count,
                "positions of the same snapshot");
            Expect.Equal(0, (await reader.FindSkusAsync(["SKU-2"]).ConfigureAwait(false)).Count,
                "SKUs of the same snapshot");
        }

        Expect.Equal(5L, (await PositionsAsync().ConfigureAwait(false))[0].OnHand, "on hand for a later reader");
    }

    public async Task Readers_SeeNothingOfAnOpenWriter()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var writer = await fixture.Store.WriteAsync(fixture.Ledger).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            var prepared = CommitDriver
                .Value(await fixture.Driver.PrepareAsync(writer, _given.Receipt(5)).ConfigureAwait(false));
            await writer.TryWriteAsync(prepared.Batch, prepared.Commands).ConfigureAwait(false);

            Expect.Equal(0, (await PositionsAsync().ConfigureAwait(false)).Count, "positions before the commit");
            await writer.CommitAsync().ConfigureAwait(false);
            Expect.Equal(1, (await PositionsAsync().ConfigureAwait(false)).Count,
                "positions after the commit, before disposal");
        }
    }

    public async Task Writers_WaitForOneAnother()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        Task<IStoreWriter> second;
        var first = await fixture.Store.WriteAsync(fixture.Ledger).ConfigureAwait(false);
        await using (first.ConfigureAwait(false))
        {
            second = Task.Run(() => fixture.Store.WriteAsync(fixture.Ledger).AsTask());
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System).ConfigureAwait(false);
            Expect.That(!second.IsCompleted, "a second writer waits while the first is open");
        }

        var writer = await second.ConfigureAwait(false);
        await writer.DisposeAsync().ConfigureAwait(false);
    }

    public async Task Writers_AtOnce_LoseNothing()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(one => Task.Run(async () =>
        {
            var driver = new CommitDriver(fixture.Store, fixture.Ledger);
            var given = new Given($"writer {one}");
            for (var i = 0; i < 10; i++)
            {
                // All at one instant: the clocks of several writers need not be in step, but recording never goes back.
                driver.Now = fixture.Driver.Now;
                await driver.CommitAsync(given.Receipt(1)).ConfigureAwait(false);
            }
        }))).ConfigureAwait(false);

        Expect.Equal(40L, (await PositionsAsync().ConfigureAwait(false))[0].OnHand, "on hand");
        var entries = await fixture.StreamAsync(reader => reader.ReadEntriesAsync(1, EntryKey.Start, EntryKey.End))
            .ConfigureAwait(false);
        Expect.Rows(Enumerable.Range(1, 40).Select(i => (long)i), entries.Select(entry => entry.Sequence), "sequences");
    }

    public async Task Cancelled_Beginnings_AreCancelled()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync().ConfigureAwait(false);

        await Expect.ThrowsAsync<OperationCanceledException>(
            () => fixture.Store.ReadAsync(fixture.Ledger, cancelled.Token).AsTask(), "a cancelled reader")
                .ConfigureAwait(false);
        await Expect.ThrowsAsync<OperationCanceledException>(
            () => fixture.Store.WriteAsync(fixture.Ledger, cancelled.Token).AsTask(), "a cancelled writer")
                .ConfigureAwait(false);
        await fixture.DefineAsync().ConfigureAwait(false);
    }

    public async Task Cancelled_Waits_AreCancelled()
    {
        using var cancelling = new CancellationTokenSource();
        var first = await fixture.Store.WriteAsync(fixture.Ledger).ConfigureAwait(false);
        await using (first.ConfigureAwait(false))
        {
            var second = Task.Run(() => fixture.Store.WriteAsync(fixture.Ledger, cancelling.Token).AsTask());
            await cancelling.CancelAsync().ConfigureAwait(false);
            await Expect.ThrowsAsync<OperationCanceledException>(() => second, "a writer cancelled while it waits")
                .ConfigureAwait(false);
        }

        await fixture.DefineAsync().ConfigureAwait(false);
    }

    private Task<IReadOnlyList<Position>> PositionsAsync() =>
        fixture.ReadAsync(reader => reader.GetPositionsOfAsync(1));
}
