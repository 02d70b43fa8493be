using System.Runtime.InteropServices;
using Inventory.Ledger;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>What one command does to a position whose goods may go bad, by removal day and needed-by day.</summary>
internal sealed class DatedEffect
{
    /// <summary>Sellable units that move by what promises can stop, by removal day.</summary>
    public Dictionary<int, long> Plain { get; } = [];

    /// <summary>Sellable units that move by plain truths, or come in from outside, by removal day.</summary>
    public Dictionary<int, long> Truths { get; } = [];

    /// <summary>Promised units, by needed-by day; 0 is at once.</summary>
    public Dictionary<int, long> Needs { get; } = [];

    /// <summary>The first entry that takes what promises may need; null when none does.</summary>
    public Entry? Loss { get; private set; }

    /// <summary>Whether orders are bound to goods, which nobody else can count on then.</summary>
    public bool Binds { get; private set; }

    /// <summary>Units that such entries take.</summary>
    public long Lost { get; private set; }

    /// <summary>The last removal day of what entries take; 0 when none takes any.</summary>
    public int LastLoss => Plain.Concat(Truths).Where(change => change.Value < 0).Select(change => change.Key)
        .DefaultIfEmpty(0).Max();

    /// <summary>The effects of a change on all such positions that it touches.</summary>
    public static Dictionary<(SkuWindow Goods, PositionKey Key), DatedEffect> Of(ref Working work)
    {
        var effects = new Dictionary<(SkuWindow Goods, PositionKey Key), DatedEffect>();
        foreach (var entry in work.Change.Entries)
        {
            if (work.Stock.FindSku(entry.Sku) is { HasDates: true } goods)
            {
                var removal = RemovalOf(ref work, goods, entry);
                Add(ref work, effects, goods, entry, entry.From, removal, -entry.Quantity);
                Add(ref work, effects, goods, entry, entry.To, removal, entry.Quantity);
            }
        }

        foreach (var promise in work.Change.Promises)
        {
            if (promise.Leg.IsReservation && work.Stock.FindSku(promise.Sku) is { HasDates: true } goods)
            {
                var effect = Of(effects, goods, promise.Position);
                var day = work.Change.Promised.TermsOf(promise.Leg).NeededBy;
                Add(effect.Needs, day, promise.Held + promise.Committed - promise.Allocated);
                if (promise.Spot is { } spot)
                {
                    effect.Binds |= promise.Allocated > 0;
                    Add(effect.Needs, DatedNeed.LastDayBefore(goods.RemovalOf(spot.Lot)), promise.Allocated);
                }
            }
        }

        return effects;
    }

    private static DatedEffect Of(
        Dictionary<(SkuWindow Goods, PositionKey Key), DatedEffect> effects, SkuWindow goods, PositionKey key) =>
        CollectionsMarshal.GetValueRefOrAddDefault(effects, (goods, key), out _) ??= new DatedEffect();

    private static int RemovalOf(ref Working work, SkuWindow goods, Entry entry)
    {
        var lot = Math.Max(entry.From.Lot, entry.To.Lot);
        return lot <= goods.LotCount ? goods.RemovalOf(lot) : work.NewLotsByNumber[(entry.Sku, lot)].Term.Removal;
    }

    // What comes in from outside does not make up for what the same command takes.
    private static void Add(
        ref Working work, Dictionary<(SkuWindow Goods, PositionKey Key), DatedEffect> effects, SkuWindow goods,
        Entry entry, Spot spot, int removal, long change)
    {
        var place = work.Stock.Location(spot.Place);
        if (!place.IsOwn || spot.Status != StockStatus.Available || change == 0)
        {
            return;
        }

        var effect = Of(effects, goods, spot.In(place.Pool));
        var isTruth = MovementRules.StatesTruth(entry);
        Add(IsPlain(ref work, entry, change) ? effect.Plain : effect.Truths, removal, change);
        if (change < 0 && !isTruth && place.Floor == 0)
        {
            effect.Loss ??= entry;
            effect.Lost -= change;
        }
    }

    // What is compensated at a count makes up for just what it compensates.
    private static bool IsPlain(ref Working work, Entry entry, long change)
    {
        var isCompensation = entry is { Kind: MovementKind.Count, Counted: null };
        var cause = !isCompensation ? entry
            : work.Change.Entries.First(other => other.Line == entry.Line && other.Kind != MovementKind.Count);
        var comesIn = isCompensation ? change < 0 : change > 0;
        return !MovementRules.StatesTruth(cause)
            && (!comesIn || work.Stock.Location(cause.From.Place).IsOwn);
    }

    private static void Add(Dictionary<int, long> units, int day, long change) =>
        CollectionsMarshal.GetValueRefOrAddDefault(units, day, out _) += change;
}
