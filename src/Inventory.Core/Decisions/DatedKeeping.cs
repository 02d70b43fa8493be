using Inventory.Ledger;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>
/// What every change of a position brings along where goods may go bad: what promises for later days count on is not
/// taken from them, those who wait get what lasts long enough, and promises left without cover are named.
/// </summary>
internal static class DatedKeeping
{
    /// <summary>Keeps the promises of one position that a command touches.</summary>
    public static void Keep(
        ref Working work, SkuWindow goods, PositionKey key, DatedEffect effect, bool fills, bool isTruth)
    {
        Check(ref work, goods, key, effect);
        if (fills)
        {
            Fill(ref work, goods, key, effect);
        }

        if (isTruth)
        {
            NameRisk(ref work, goods, key, effect);
        }
    }

    // Refuses what takes goods that promises need, or binds an order to them.
    private static void Check(ref Working work, SkuWindow goods, PositionKey key, DatedEffect effect)
    {
        var takes = effect.Loss is not null && effect.Plain.Values.Any(change => change < 0);
        if ((!takes && !effect.Binds)
            || FindStock(ref work, goods, key, effect, effect.Binds ? int.MaxValue : effect.LastLoss) is not { } stock)
        {
            return;
        }

        // Whether it is taken from a promise depends on promises that others may make meanwhile.
        work.Change.Promised.Versions.Add(goods.Sku.Number);
        IReadOnlyList<int> days = [.. effect.Needs.Keys];
        var before = stock.Cover(null, isPlain: true, days).Days;
        var after = stock.Cover(effect, isPlain: true, days).Days;
        var missing = after.Join(before, at => at.Day, at => at.Day, (at, was) => (at.Spare, Was: was.Spare))
            .Where(at => at.Spare < 0 && at.Spare < at.Was).Select(at => -at.Spare).DefaultIfEmpty(0).Max();
        var position = goods.PositionOf(key);
        if (missing > 0 && takes && position.Committed + position.Held > 0)
        {
            Refuse(ref work, goods, position, effect.Loss!, effect.Lost, missing);
        }
        else if (missing > 0 && !takes)
        {
            RefuseToBind(ref work, goods, missing);
        }
    }

    // Gives units to those who wait; first come first, each what is still good when it is needed.
    private static void Fill(ref Working work, SkuWindow goods, PositionKey key, DatedEffect effect)
    {
        if (!work.Stock.TryGetQueue(goods.Sku.Number, key, long.MaxValue, out var queue))
        {
            work.Needs.Queues[(goods.Sku.Number, key)] = long.MaxValue;
            return;
        }

        IReadOnlyList<int> days = [.. queue!.Legs.Select(waiting => waiting.Leg.Terms.NeededBy).Distinct()];
        if (DatedStock.Find(ref work, goods, key, days.DefaultIfEmpty(0).Max()) is not { } stock)
        {
            return;
        }

        // Who comes first depends on rows that others may add meanwhile.
        work.Change.Promised.Versions.Add(goods.Sku.Number);
        var cover = stock.Cover(effect, isPlain: false, days);
        foreach (var (_, waiting) in queue.Legs)
        {
            var leg = work.Change.Promised.Now(waiting);
            var given = Math.Clamp(cover.SpareFor(leg.Terms.NeededBy), 0, leg.Backordered);
            if (given > 0)
            {
                PromiseSteps.Fill(ref work, leg, given);
                cover.Promise(leg.Terms.NeededBy, given);
            }
        }
    }

    // Names the promises that cannot all be kept any more.
    private static void NameRisk(ref Working work, SkuWindow goods, PositionKey key, DatedEffect effect)
    {
        if (FindStock(ref work, goods, key, effect, int.MaxValue) is not { } stock)
        {
            return;
        }

        var cover = stock.Cover(effect, isPlain: false, []);
        if (cover.Uncovered == 0)
        {
            return;
        }

        if (!work.Stock.TryGetPromises(goods.Sku.Number, key, long.MaxValue, out var promises))
        {
            work.Needs.Promises[(goods.Sku.Number, key)] = long.MaxValue;
            return;
        }

        foreach (var bound in promises!.Allocations)
        {
            PromiseSteps.LoadLot(ref work, bound);
        }

        var risks = new List<PromiseAtRisk>(work.Change.Reply.AtRisk);
        foreach (var (reservation, promised) in promises.Legs)
        {
            var leg = work.Change.Promised.Now(promised);
            var lost = cover.Uncover(leg.Terms.NeededBy, leg.PromisedAt(work.Moment.Now) - leg.Allocated);
            foreach (var bound in leg.Allocated == 0 ? [] : work.Change.Promised.Bound(leg.Key, promises.Allocations))
            {
                lost += cover.Uncover(DatedNeed.LastDayBefore(goods.RemovalOf(bound.Spot.Lot)), bound.Units);
            }

            if (lost > 0)
            {
                risks.Add(new PromiseAtRisk(
                    reservation, leg.Terms.Line, goods.Sku.Code, work.FindPool(key.Pool)!.Code,
                    goods.Sku.ToQuantity(lost)));
            }
        }

        work.Change.Reply = work.Change.Reply with { AtRisk = risks };
    }

    // With what is removed up to the last day before one that anything is promised for.
    private static DatedStock? FindStock(
        ref Working work, SkuWindow goods, PositionKey key, DatedEffect effect, int before) =>
        DatedStock.Find(ref work, goods, key, 0) is { } stock
            ? DatedStock.Find(ref work, goods, key, stock.LastNeedBefore(before, effect))
            : null;

    private static void RefuseToBind(ref Working work, SkuWindow goods, long missing)
    {
        var sku = goods.Sku;
        work.Refuse(ErrorCodes.Insufficient, "reservation", null, null,
            $"{sku.Code}: promises for later days count on {sku.ToQuantity(missing)} of these goods; "
            + "allocate goods that are removed earlier.");
    }

    private static void Refuse(
        ref Working work, SkuWindow goods, Position position, Entry loss, long lost, long missing)
    {
        var sku = goods.Sku;
        var allowed = sku.ToQuantity(Math.Max(0, lost - missing));
        work.Refuse(ErrorCodes.Insufficient, Working.Path("quantity", loss.Line), sku.ToQuantity(lost).ToString(),
            allowed.ToString(),
            $"{sku.Code}: {sku.ToQuantity(lost)} would leave the sellable stock, but {sku.ToQuantity(position.Committed + position.Held)} "
            + $"of {sku.ToQuantity(position.Sellable)} are promised, some perhaps for days on which other goods are no longer good; "
            + $"take at most {allowed}, or goods that are removed earlier.");
    }
}
