namespace Inventory.Storage;

/// <summary>Lends readers and writers for the length of a call.</summary>
internal static class StoreCalls
{
    public static async ValueTask<T> ReadAsync<T>(
        this IInventoryStore store, int ledger, Func<IStoreReader, ValueTask<T>> use,
            CancellationToken cancellationToken = default)
    {
        var reader = await store.ReadAsync(ledger, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            return await use(reader).ConfigureAwait(false);
        }
    }

    public static async ValueTask<T> WriteAsync<T>(
        this IInventoryStore store, int ledger, Func<IStoreWriter, ValueTask<T>> use,
            CancellationToken cancellationToken = default)
    {
        var writer = await store.WriteAsync(ledger, cancellationToken).ConfigureAwait(false);
        await using (writer.ConfigureAwait(false))
        {
            return await use(writer).ConfigureAwait(false);
        }
    }
}
