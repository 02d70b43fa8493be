using Inventory.Decisions;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Storage;

namespace Inventory.Pipeline;

/// <summary>Loads what decisions need to know of the goods that orders are bound to, or can be.</summary>
internal static class GoodsLoader
{
    public static async ValueTask LoadAsync(IStoreReader reader, Stock stock, Needs needs)
    {
        foreach (var position in needs.Goods.GroupBy(position => position.Sku))
        {
            await LoadGoodsAsync(reader, stock, position.Key, [.. position.Select(at => at.Key)])
                .ConfigureAwait(false);
        }

        foreach (var (sku, spot) in needs.Bound)
        {
            stock.PutBound(sku, spot, await BoundAsync(reader, sku, spot).ConfigureAwait(false));
        }
    }

    /// <summary>What legs are bound to; nothing is read where none is.</summary>
    public static async ValueTask<IReadOnlyList<Allocation>> AllocationsAsync(
        IStoreReader reader, IEnumerable<ReservationLeg> legs)
    {
        var names = legs.Where(leg => leg.Allocated > 0)
            .Select(leg => (leg.Sku, leg.Key.Commit, leg.Key.Ordinal)).Distinct().ToList();
        return names.Count == 0 ? [] : await reader.GetAllocationsAsync(names).ConfigureAwait(false);
    }

    private static async ValueTask LoadGoodsAsync(
        IStoreReader reader, Stock stock, int sku, IReadOnlyList<PositionKey> positions)
    {
        var balances = new List<Balance>();
        await foreach (var balance in reader.ReadBalancesAsync(sku).ConfigureAwait(false))
        {
            if (balance is { Quantity: > 0, Spot.Status: StockStatus.Available })
            {
                balances.Add(balance);
            }
        }

        await StockLoader
            .LoadLocationsAsync(reader, stock, balances.Select(balance => balance.Spot.Place).ToHashSet())
            .ConfigureAwait(false);
        var lots = await reader.GetLotsAsync(balances.Where(balance => balance.Spot.Lot != 0)
            .Select(balance => (sku, balance.Spot.Lot)).ToHashSet()).ConfigureAwait(false);
        foreach (var position in positions)
        {
            stock.FindSku(sku)!.PutAll(
                position,
                balances.Where(balance => balance.Spot.In(stock.Location(balance.Spot.Place).Pool) == position), lots);
        }
    }

    private static async ValueTask<IReadOnlyList<BoundLeg>> BoundAsync(IStoreReader reader, int sku, Spot spot)
    {
        var bound = await reader.GetBoundAsync([(sku, spot)]).ConfigureAwait(false);
        var names = bound.Select(part => (sku, part.Leg.Commit, part.Leg.Ordinal)).ToHashSet();
        var legs = (await reader.GetLegsAsync(names).ConfigureAwait(false)).ToDictionary(leg => leg.Key);
        var keys = await PromiseLoader.NamesAsync(reader, bound.Select(part => part.Leg)).ConfigureAwait(false);
        return
        [
            .. bound.Select(part => new BoundLeg(keys[(part.Leg.Commit, part.Leg.Ordinal)], legs[part.Leg], part)),
        ];
    }
}
