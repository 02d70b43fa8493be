using Inventory.Commands;
using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Storage;

namespace Inventory.Pipeline;

/// <summary>Loads what decisions need to know of promises, as they are at the batch's instant.</summary>
internal static class PromiseLoader
{
    public static async ValueTask LoadAsync(IStoreReader reader, Stock stock, Needs needs, long now)
    {
        await LoadPositionsAsync(reader, stock, needs.Positions, now).ConfigureAwait(false);
        foreach (var holder in needs.Holders)
        {
            stock.PutHolder(holder, await ToListAsync(reader.ReadHolderAsync(holder, now)).ConfigureAwait(false));
        }

        foreach (var (holder, sku) in needs.HasTaken ? needs.Taken : [])
        {
            stock.PutTaken(holder, sku, await ToListAsync(reader.ReadTakenAsync(holder, sku)).ConfigureAwait(false));
        }

        foreach (var ((sku, key), quantity) in needs.Queues)
        {
            var queue = await WindowAsync(reader, reader.ReadQueueAsync(sku, key), quantity, leg => leg.Backordered)
                .ConfigureAwait(false);
            stock.PutQueue(sku, key, queue);
        }

        foreach (var ((sku, key), quantity) in needs.Promises)
        {
            var promises = await WindowAsync(
                reader, reader.ReadPromisedAsync(sku, key, now), quantity, leg => leg.PromisedAt(now))
                .ConfigureAwait(false);
            stock.PutPromises(sku, key, promises);
        }
    }

    private static async ValueTask LoadPositionsAsync(
        IStoreReader reader, Stock stock, HashSet<(int Sku, PositionKey Key)> keys, long now)
    {
        if (keys.Count == 0)
        {
            return;
        }

        var found = (await reader.GetPositionsAsync(keys).ConfigureAwait(false))
            .ToDictionary(position => (position.Sku, position.Key));
        var holds = await HoldsReading.ReadAsync(reader, found.Values, now).ConfigureAwait(false);
        foreach (var key in keys)
        {
            stock.FindSku(key.Sku)?.Put(
                found.GetValueOrDefault(key, new Position(key.Sku, key.Key, default)),
                holds.GetValueOrDefault(key, HoldsDue.None));
        }
    }

    /// <summary>The keys of the commands that made legs, by commit and ordinal.</summary>
    public static async ValueTask<Dictionary<(long Commit, int Ordinal), CommandKey>> NamesAsync(
        IStoreReader reader, IEnumerable<LegKey> legs)
    {
        var keys = await reader.GetCommandKeysAsync([.. legs.Select(leg => (leg.Commit, leg.Ordinal)).Distinct()])
            .ConfigureAwait(false);
        return keys.ToDictionary(name => (name.Commit, name.Ordinal), name => name.Key);
    }

    private static async ValueTask<PromiseWindow> WindowAsync(
        IStoreReader reader, IAsyncEnumerable<ReservationLeg> legs, long quantity, Func<ReservationLeg, long> units)
    {
        var first = new List<ReservationLeg>();
        var sum = 0L;
        await foreach (var leg in legs.ConfigureAwait(false))
        {
            first.Add(leg);
            sum += units(leg);
            if (sum >= quantity || first.Count == PromiseWindow.LegsMax)
            {
                break;
            }
        }

        var names = await NamesAsync(reader, first.Select(leg => leg.Key)).ConfigureAwait(false);
        return new PromiseWindow(
            [.. first.Select(leg => (names[(leg.Key.Commit, leg.Key.Ordinal)], leg))], quantity)
        {
            Allocations = await GoodsLoader.AllocationsAsync(reader, first).ConfigureAwait(false),
        };
    }

    private static async ValueTask<List<T>> ToListAsync<T>(IAsyncEnumerable<T> rows)
    {
        var list = new List<T>();
        await foreach (var row in rows.ConfigureAwait(false))
        {
            list.Add(row);
        }

        return list;
    }
}
