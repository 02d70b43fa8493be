using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Testing.Storage;

/// <summary>Loads what a decision needs to know of reservations: all of it, whatever a part of it would do.</summary>
internal static class PromiseLoading
{
    public static async ValueTask LoadAsync(IStoreReader reader, Stock stock, Needs needs, long now)
    {
        foreach (var holder in needs.Holders)
        {
            stock.PutHolder(holder, await ListAsync(reader.ReadHolderAsync(holder, now)).ConfigureAwait(false));
        }

        foreach (var (holder, sku) in needs.Taken)
        {
            stock.PutTaken(holder, sku, await ListAsync(reader.ReadTakenAsync(holder, sku)).ConfigureAwait(false));
        }

        foreach (var ((sku, key), quantity) in needs.Queues)
        {
            stock.PutQueue(
                sku, key, await WindowAsync(reader, reader.ReadQueueAsync(sku, key), quantity).ConfigureAwait(false));
        }

        foreach (var ((sku, key), quantity) in needs.Promises)
        {
            var promised = reader.ReadPromisedAsync(sku, key, now);
            stock.PutPromises(sku, key, await WindowAsync(reader, promised, quantity).ConfigureAwait(false));
        }
    }

    /// <summary>Loads goods that go bad, whenever they do.</summary>
    public static async ValueTask LoadDatesAsync(IStoreReader reader, Stock stock, Needs needs, CommitBatch batch)
    {
        if (!needs.HasDates)
        {
            return;
        }

        foreach (var (sku, key) in needs.Dates.Keys)
        {
            var supply = await reader.GetDatedSupplyAsync([(sku, key, int.MaxValue)]).ConfigureAwait(false);
            var promised = await reader.GetDatedNeedsAsync([(sku, key)], batch.Recorded).ConfigureAwait(false);
            stock.FindSku(sku)!.Put(key, new DatedWindow(
                int.MaxValue, [.. supply, .. batch.Supply.Where(row => (row.Sku, row.Key) == (sku, key))],
                [.. promised, .. batch.DatedNeeds.Where(row => (row.Sku, row.Key) == (sku, key))]));
        }
    }

    private static async ValueTask<List<ReservationLeg>> ListAsync(IAsyncEnumerable<ReservationLeg> legs)
    {
        var list = new List<ReservationLeg>();
        await foreach (var leg in legs.ConfigureAwait(false))
        {
            list.Add(leg);
        }

        return list;
    }

    private static async ValueTask<PromiseWindow> WindowAsync(
        IStoreReader reader, IAsyncEnumerable<ReservationLeg> legs, long quantity)
    {
        var named = new List<(Commands.CommandKey, ReservationLeg)>();
        await foreach (var leg in legs.ConfigureAwait(false))
        {
            var keys = await reader.GetCommandKeysAsync([(leg.Key.Commit, leg.Key.Ordinal)]).ConfigureAwait(false);
            named.Add((keys[0].Key, leg));
        }

        return new PromiseWindow(named, quantity);
    }
}
