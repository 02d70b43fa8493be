using Inventory.Commands;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Testing.Storage.Cases;

internal sealed class DuplicateCases(StoreFixture fixture)
{
    private readonly Given _given = fixture.Given;

    public async Task Key_AppliedBefore_IsADuplicate()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var receipt = _given.Receipt(5);
        await fixture.Driver.CommitAsync(receipt).ConfigureAwait(false);

        await DuplicateAsync(() => fixture.Driver.CommitAsync(receipt), "a command key that was applied before")
            .ConfigureAwait(false);
    }

    public async Task Key_AmongNewOnes_StopsThemAll()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var receipt = _given.Receipt(5);
        await fixture.Driver.CommitAsync(receipt).ConfigureAwait(false);

        await DuplicateAsync(
            () => fixture.Driver.CommitAsync(_given.Receipt(1), _given.Sku("SKU-2"),
                receipt with { Kind = Movements.MovementKind.Opening }, _given.Reserve(1)),
            "a known command key among new ones").ConfigureAwait(false);
    }

    public async Task Key_TwiceInOneBatch_IsADuplicate()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var receipt = _given.Receipt(5);

        await DuplicateAsync(() => fixture.Driver.CommitAsync(receipt, receipt), "a command key twice in one batch")
            .ConfigureAwait(false);
    }

    public async Task Key_OfAnotherSource_IsAnother()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var receipt = _given.Receipt(5) with { Key = new CommandKey("k", "a") };

        await fixture.Driver.CommitAsync(
            receipt, receipt with { Key = new CommandKey("k", "b") }, receipt with { Key = new CommandKey("K", "a") })
                .ConfigureAwait(false);

        var positions = await fixture.ReadAsync(reader => reader.GetPositionsOfAsync(1)).ConfigureAwait(false);
        Expect.Equal(15L, positions[0].OnHand, "on hand");
    }

    public async Task Key_OfAFailedBatch_IsFree()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var first = _given.Receipt(5);
        await fixture.Driver.CommitAsync(first).ConfigureAwait(false);
        var innocent = _given.Receipt(1);
        await DuplicateAsync(() => fixture.Driver.CommitAsync(innocent, first), "a known command key after a new one")
            .ConfigureAwait(false);

        await fixture.Driver.CommitAsync(innocent).ConfigureAwait(false);
    }

    public async Task Commit_OrOrdinal_OfAnother_IsACallersBug()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        var prepared = await fixture.PrepareAsync(_given.Receipt(1)).ConfigureAwait(false);
        CommandRecord[] wrong = [prepared.Commands[0] with { Commit = 3 }, prepared.Commands[0] with { Ordinal = 1 }];
        foreach (var command in wrong)
        {
            await fixture.UnchangedAsync(
                async () =>
                {
                    var writer = await fixture.Store.WriteAsync(fixture.Ledger).ConfigureAwait(false);
                    await using (writer.ConfigureAwait(false))
                    {
                        await Expect.ThrowsAsync<ArgumentException>(
                            () => writer.TryWriteAsync(prepared.Batch, [command]).AsTask(),
                                "a command of another place").ConfigureAwait(false);
                    }
                },
                "a command of another place").ConfigureAwait(false);
        }
    }

    private Task DuplicateAsync(Func<Task> action, string what) =>
        fixture.UnchangedAsync(() => Expect.ThrowsAsync<DuplicateCommandException>(action, what), what);
}
