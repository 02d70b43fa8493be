using System.Runtime.InteropServices;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>
/// Keeps goods for the orders that are bound to them: nobody else takes them, and where they turn out to be gone, the
/// binding ends and the promise stays.
/// </summary>
internal static class AllocationKeeping
{
    public static void Run(ref Working work)
    {
        Dictionary<(SkuWindow Goods, Spot Spot), Loss>? losses = null;

        // By index, because this is passed by every command, and an enumerator is garbage.
        for (var i = 0; i < work.Change.Entries.Count; i++)
        {
            var entry = work.Change.Entries[i];
            if (IsBound(ref work, entry, entry.From))
            {
                ref var loss = ref CollectionsMarshal.GetValueRefOrAddDefault(
                    losses ??= [], (work.Stock.FindSku(entry.Sku)!, entry.From), out _);
                loss = MovementRules.StatesTruth(entry) ? loss with { Truths = loss.Truths + entry.Quantity }
                    : loss with { Plain = loss.Plain + entry.Quantity, Last = entry };
            }
        }

        if (losses is not null)
        {
            foreach (var (at, loss) in losses)
            {
                Keep(ref work, at.Goods, at.Spot, loss);
            }
        }
    }

    private static bool IsBound(ref Working work, Entry entry, Spot spot) =>
        spot.Status == StockStatus.Available && work.Stock.Location(spot.Place).IsOwn
        && (work.Stock.FindSku(entry.Sku)!.BalanceOf(spot).Allocated > 0
            || (work.Change.Promises.Count > 0 && work.Change.Promised.BoundAt(entry.Sku, spot) > 0));

    private static void Keep(ref Working work, SkuWindow goods, Spot spot, Loss loss)
    {
        var sku = goods.Sku;
        var there = goods.BalanceOf(spot).Quantity
            + work.Change.Entries.Where(entry => entry.Sku == sku.Number)
                .Sum(entry => (entry.To == spot ? entry.Quantity : 0) - (entry.From == spot ? entry.Quantity : 0));
        var bound = goods.BalanceOf(spot).Allocated + work.Change.Promised.BoundAt(sku.Number, spot);
        var excess = bound - Math.Max(0, there + loss.Truths);
        if (excess > 0 && loss.Last is { } last)
        {
            Refuse(ref work, goods, last, loss.Plain, excess);
        }
        else if (bound > Math.Max(0, there))
        {
            Unbind(ref work, goods, spot, bound - Math.Max(0, there));
        }
    }

    private static void Refuse(ref Working work, SkuWindow goods, Entry last, long taken, long excess)
    {
        var sku = goods.Sku;
        var allowed = sku.ToQuantity(Math.Max(0, taken - excess));
        work.Refuse(ErrorCodes.Insufficient, Working.Path("quantity", last.Line),
            sku.ToQuantity(taken).ToString(), allowed.ToString(),
            $"{sku.Code}: {sku.ToQuantity(taken)} asked from {work.Stock.Location(last.From.Place).Code}, but only {allowed} "
            + "of it are bound to no other order; take less, or name the reservation, or end its allocation.");
    }

    // Who was bound last lets go first.
    private static void Unbind(ref Working work, SkuWindow goods, Spot spot, long excess)
    {
        if (!work.Stock.TryGetBound(goods.Sku.Number, spot, out var bound))
        {
            work.Needs.Bound.Add((goods.Sku.Number, spot));
            return;
        }

        var unbound = new List<PromiseAtRisk>(work.Change.Reply.Unbound);
        foreach (var (reservation, leg, _) in bound)
        {
            var parts = work.Change.Promised.Bound(leg.Key, bound.Select(one => one.Goods));
            foreach (var part in parts.Where(part => part.Spot == spot))
            {
                var units = Math.Min(excess, part.Units);
                if (units > 0)
                {
                    PromiseSteps.Load(ref work, leg);
                    PromiseSteps.Unbind(ref work, leg, part, units);
                    excess -= units;
                    unbound.Add(new PromiseAtRisk(
                        reservation, leg.Terms.Line, goods.Sku.Code, work.Stock.Location(spot.Place).Code,
                        goods.Sku.ToQuantity(units)));
                }
            }
        }

        work.Change.Reply = work.Change.Reply with { Unbound = unbound };
    }

    /// <summary>Units that leave a spot by plain truths, and by what can be refused; the last line of that.</summary>
    private readonly record struct Loss(long Truths, long Plain, Entry? Last);
}
