using System.Runtime.InteropServices;
using Inventory.Ledger;
using Inventory.Movements;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>
/// What every change of a position brings along: holds whose time is over are settled, units that have become free
/// go to those who wait, and promises that are left without cover are named.
/// </summary>
internal static class PromiseKeeping
{
    public static void Run(ref Working work)
    {
        if (IsPlain(ref work))
        {
            return;
        }

        var dated = DatedEffect.Of(ref work);
        foreach (var (at, effect) in Effects(ref work))
        {
            var position = at.Window.PositionOf(at.Key);
            var free = position.Free + effect.Free;
            var backordered = position.Backordered + effect.Backordered;
            if (at.Window.DueAt(at.Key) is > 0 and var due)
            {
                PromiseSteps.Settle(ref work, at.Window, at.Key, due);
            }

            if (at.Window.HasDates)
            {
                DatedKeeping.Keep(
                    ref work, at.Window, at.Key, dated.GetValueOrDefault(at) ?? new DatedEffect(),
                    fills: free > 0 && backordered > 0, effect.IsTruth);
            }
            else if (free > 0 && backordered > 0)
            {
                Fill(ref work, at.Window, at.Key, Math.Min(free, backordered), effect.Left);
            }
            else if (free < 0 && effect.IsTruth)
            {
                NameRisk(
                    ref work, at.Window, at.Key, Math.Min(-free, position.Committed + position.Held), effect.Left);
            }
        }
    }

    // Nearly every command: nothing is due, nobody waits, and no plain truth is stated.
    private static bool IsPlain(ref Working work)
    {
        // Interfaces are enumerated by index here: this is passed by every command, and an enumerator is garbage.
        for (var i = 0; i < work.Change.Entries.Count; i++)
        {
            var entry = work.Change.Entries[i];
            if (MovementRules.StatesTruth(entry) || !IsPlain(ref work, entry.Sku, entry.From)
                || !IsPlain(ref work, entry.Sku, entry.To))
            {
                return false;
            }
        }

        for (var i = 0; i < work.Change.Promises.Count; i++)
        {
            var promise = work.Change.Promises[i];
            if (!IsPlain(work.Stock.FindSku(promise.Sku)!, promise.Position))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsPlain(ref Working work, int sku, Spot spot)
    {
        var place = work.Stock.Location(spot.Place);
        return !place.IsOwn
            || IsPlain(work.Stock.FindSku(sku)!, spot.In(place.Pool));
    }

    private static bool IsPlain(SkuWindow window, PositionKey key) =>
        !window.HasDates && window.DueAt(key) == 0 && window.PositionOf(key).Backordered == 0;

    private static Dictionary<(SkuWindow Window, PositionKey Key), Effect> Effects(ref Working work)
    {
        var effects = new Dictionary<(SkuWindow Window, PositionKey Key), Effect>();
        foreach (var entry in work.Change.Entries)
        {
            var isTruth = MovementRules.StatesTruth(entry);
            Add(ref work, effects, entry, entry.From, -entry.Quantity, isTruth);
            Add(ref work, effects, entry, entry.To, entry.Quantity, isTruth: false);
        }

        foreach (var promise in work.Change.Promises)
        {
            ref var effect = ref CollectionsMarshal.GetValueRefOrAddDefault(
                effects, (work.Stock.FindSku(promise.Sku)!, promise.Position), out _);
            effect.Free -= promise.Held + promise.Committed;
            effect.Backordered += promise.Backordered;
            effect.Left += Math.Max(0, -promise.Held) + Math.Max(0, -promise.Committed)
                + Math.Max(0, -promise.Backordered);
        }

        return effects;
    }

    private static void Add(
        ref Working work, Dictionary<(SkuWindow, PositionKey), Effect> effects, Entry entry, Spot spot, long change,
        bool isTruth)
    {
        var place = work.Stock.Location(spot.Place);
        if (!place.IsOwn)
        {
            return;
        }

        var key = spot.In(place.Pool);
        ref var effect = ref CollectionsMarshal.GetValueRefOrAddDefault(
            effects, (work.Stock.FindSku(entry.Sku)!, key), out _);
        if (spot.Status == StockStatus.Available)
        {
            effect.Free += change;
            effect.IsTruth |= isTruth;
        }
    }

    // What this very command takes from those who come first must not hide those behind them.
    private static void Fill(ref Working work, SkuWindow window, PositionKey key, long units, long left)
    {
        if (!work.Stock.TryGetQueue(window.Sku.Number, key, units + left, out var queue))
        {
            work.Needs.Queues[(window.Sku.Number, key)] = units + left;
            return;
        }

        // Who comes first depends on rows that others may add meanwhile.
        work.Change.Promised.Versions.Add(window.Sku.Number);
        foreach (var (_, waiting) in queue!.Legs)
        {
            var leg = work.Change.Promised.Now(waiting);
            var given = Math.Min(units, leg.Backordered);
            if (given > 0)
            {
                PromiseSteps.Fill(ref work, leg, given);
                units -= given;
            }
        }
    }

    private static void NameRisk(ref Working work, SkuWindow window, PositionKey key, long units, long left)
    {
        if (units <= 0)
        {
            return;
        }

        if (!work.Stock.TryGetPromises(window.Sku.Number, key, units + left, out var promises))
        {
            work.Needs.Promises[(window.Sku.Number, key)] = units + left;
            return;
        }

        if (work.FindPool(key.Pool) is not { } pool)
        {
            return;
        }

        var risks = new List<PromiseAtRisk>(work.Change.Reply.AtRisk);
        foreach (var (reservation, promised) in promises!.Legs)
        {
            var leg = work.Change.Promised.Now(promised);
            var uncovered = Math.Min(units, leg.PromisedAt(work.Moment.Now));
            if (uncovered > 0)
            {
                risks.Add(new PromiseAtRisk(
                    reservation, leg.Terms.Line, window.Sku.Code, pool.Code, window.Sku.ToQuantity(uncovered)));
                units -= uncovered;
            }
        }

        work.Change.Reply = work.Change.Reply with { AtRisk = risks };
    }

    /// <summary>
    /// What a change does to a position: to what is free and waited for, and how much reservations lose by it.
    /// </summary>
    private record struct Effect(long Free, long Backordered, long Left, bool IsTruth);
}
