namespace Inventory.Testing.Storage.Cases;

internal sealed class HostTransactionCases(StoreFixture fixture)
{
    public async Task Transactions_OfAnotherProvider_AreRefused()
    {
        await fixture.DefineAsync().ConfigureAwait(false);
        using var transaction = new ForeignTransaction();
        await fixture.UnchangedAsync(
            async () =>
            {
                try
                {
                    var writer = await fixture.Store.EnlistAsync(fixture.Ledger, transaction).ConfigureAwait(false);
                    await writer.DisposeAsync().ConfigureAwait(false);
                }
                catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
                {
                    return;
                }

                Expect.That(false, "a transaction of another provider is refused");
            },
            "a transaction of another provider").ConfigureAwait(false);
        await fixture.Driver.CommitAsync(fixture.Given.Receipt(5)).ConfigureAwait(false);
    }
}
