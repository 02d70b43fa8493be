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

    /// <summary>Loads goods that orders are or can be bound to: whole SKUs of them.</summary>
    public static async ValueTask LoadGoodsAsync(IStoreReader reader, Stock stock, Needs needs)
    {
        foreach (var (sku, key) in needs.Goods)
        {
            var balances = new List<Balance>();
            await foreach (var balance in reader.ReadBalancesAsync(sku).ConfigureAwait(false))
            {
                balances.Add(balance);
            }

            var places = balances.Select(balance => balance.Spot.Place).Distinct();
            foreach (var location in await reader.GetLocationsAsync([.. places]).ConfigureAwait(false))
            {
                stock.Put(location.CodeKey, location);
            }

            var lots = balances.Where(balance => balance.Spot.Lot != 0).Select(balance => (sku, balance.Spot.Lot));
            stock.FindSku(sku)!.PutAll(
                key, balances, await reader.GetLotsAsync([.. lots]).ConfigureAwait(false));
        }

        foreach (var (sku, spot) in needs.Bound)
        {
            var bound = new List<BoundLeg>();
            foreach (var part in await reader.GetBoundAsync([(sku, spot)]).ConfigureAwait(false))
            {
                var name = (part.Leg.Commit, part.Leg.Ordinal);
                var keys = await reader.GetCommandKeysAsync([name]).ConfigureAwait(false);
                var legs = await reader.GetLegsAsync([(sku, name.Commit, name.Ordinal)]).ConfigureAwait(false);
                bound.Add(new BoundLeg(keys[0].Key, legs.First(leg => leg.Key == part.Leg), part));
            }

            stock.PutBound(sku, spot, bound);
        }
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

        return new PromiseWindow(named, quantity)
        {
            Allocations = await reader.GetAllocationsAsync(
                [.. named.Select(one => (one.Item2.Sku, one.Item2.Key.Commit, one.Item2.Key.Ordinal)).Distinct()])
                .ConfigureAwait(false),
        };
    }
}
