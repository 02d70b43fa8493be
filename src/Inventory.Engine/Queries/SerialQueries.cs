using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Storage;

namespace Inventory.Queries;

/// <summary>Tells the life of a serial from its own movements.</summary>
internal sealed class SerialQueries(LocationDirectory locations, int costScale)
{
    public async ValueTask<SerialLife?> FindAsync(IStoreReader reader, string sku, string serial)
    {
        if (await Names.FindSkuAsync(reader, sku).ConfigureAwait(false) is not { Sku.Tracking: Tracking.Serial } row
            || Commands.Codes.TryFold(serial) is not { } code
            || await reader.FindLotsAsync([(row.Sku.Number, code)]).ConfigureAwait(false) is not [var found])
        {
            return null;
        }

        var entries = new List<Entry>();
        await foreach (var entry in reader.ReadLotEntriesAsync(row.Sku.Number, found.Lot.Number).ConfigureAwait(false))
        {
            entries.Add(entry);
        }

        await locations.EnsureAsync(reader, entries).ConfigureAwait(false);
        var last = await new Names(reader, locations, costScale).DescribeAsync(entries[^1]).ConfigureAwait(false);
        return new SerialLife(row.Sku.Code, found.Lot.Code, entries.Aggregate(SerialState.Created, After), last);
    }

    // A count that found what it expected moves nothing.
    private SerialState After(SerialState before, Entry entry) =>
        entry.Quantity == 0 ? before : locations[entry.To.Place].Kind switch
        {
            LocationKind.Customer => SerialState.Shipped,
            LocationKind.Supplier => SerialState.SentBack,
            LocationKind.Production => SerialState.Consumed,
            LocationKind.Loss => SerialState.Scrapped,
            _ => before is SerialState.Shipped or SerialState.Returned ? SerialState.Returned : SerialState.InStock,
        };
}
