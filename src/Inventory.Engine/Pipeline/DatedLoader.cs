using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Pipeline;

/// <summary>
/// Loads what decisions need to know of goods that go bad: what is committed, and what the batch has changed in it.
/// </summary>
internal static class DatedLoader
{
    public static async ValueTask LoadAsync(
        IStoreReader reader, Stock stock, Dictionary<(int Sku, PositionKey Key), int> asked, DecidedBatch batch)
    {
        var supply = (await reader
            .GetDatedSupplyAsync([.. asked.Select(at => (at.Key.Sku, at.Key.Key, at.Value))]).ConfigureAwait(false))
            .Concat(batch.Supply).ToLookup(row => (row.Sku, row.Key));
        var needs = (await reader.GetDatedNeedsAsync(asked.Keys, batch.Changes.Recorded).ConfigureAwait(false))
            .Concat(batch.DatedNeeds).ToLookup(row => (row.Sku, row.Key));
        foreach (var (at, through) in asked)
        {
            stock.FindSku(at.Sku)?.Put(at.Key, new DatedWindow(through, supply[at], needs[at]));
        }
    }
}
