using System.Runtime.CompilerServices;
using Inventory.Catalog;
using Inventory.Locations;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>Streams out of one consistent snapshot, which is held as long as the stream is read.</summary>
internal static class Snapshot
{
    public static async IAsyncEnumerable<T> StreamAsync<T>(
        IInventoryStore store, int ledger, Func<IStoreReader, CancellationToken, IAsyncEnumerable<T>> use,
        [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var reader = await store.ReadAsync(ledger, cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
        {
            await foreach (var item in use(reader, cancellationToken).ConfigureAwait(false))
            {
                yield return item;
            }
        }
    }

    public static async IAsyncEnumerable<Sku> SkusAsync(IStoreReader reader)
    {
        await foreach (var row in reader.ReadSkusAsync(0).ConfigureAwait(false))
        {
            yield return row.Row.Sku;
        }
    }

    public static async IAsyncEnumerable<Location> LocationsAsync(IStoreReader reader)
    {
        await foreach (var (location, _) in reader.ReadLocationsAsync().ConfigureAwait(false))
        {
            yield return location;
        }
    }
}
