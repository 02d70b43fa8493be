using Inventory.Ledger;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>One position whose goods may go bad, as a decision sees it on the day it is in its pool.</summary>
/// <remarks>A promise without a day is for today, and so is one whose day has passed.</remarks>
internal sealed class DatedStock
{
    private readonly Position _position;
    private readonly DatedWindow _dates;
    private readonly long _now;

    private DatedStock(Position position, DatedWindow dates, int today, long now) =>
        (_position, _dates, Today, _now) = (position, dates, today, now);

    /// <summary>The day it is in the pool.</summary>
    public int Today { get; }

    /// <summary>
    /// A position with what is removed up to a day, and at least today; null while something is missing, which is
    /// noted.
    /// </summary>
    public static DatedStock? Find(ref Working work, SkuWindow goods, PositionKey key, int through)
    {
        if (work.FindPool(key.Pool) is not { } pool)
        {
            return null;
        }

        var today = Micros.BusinessDate(work.Moment.Now, pool.TimeZone);
        if (goods.DatesOf(key) is { } dates && dates.Through >= Math.Max(today, through))
        {
            return new DatedStock(goods.PositionOf(key), dates, today, work.Moment.Now);
        }

        work.Needs.DatesOf(goods.Sku.Number, key, Math.Max(today, through));
        return null;
    }

    /// <summary>The last day before one that something is promised for, or is by an effect; else today.</summary>
    public int LastNeedBefore(int day, DatedEffect effect) => _dates.NeedsAt(_now).Select(need => need.Day)
        .Concat(effect.Needs.Keys).Where(need => need > Today && need < day).DefaultIfEmpty(Today).Max();

    /// <summary>What covers the promises as things are, or as an effect leaves them.</summary>
    /// <param name="effect">What has changed since; null is nothing.</param>
    /// <param name="isPlain">Whether plain truths among it are left out.</param>
    /// <param name="days">Days to look at beside those that something is promised for.</param>
    public DatedCover Cover(DatedEffect? effect, bool isPlain, IReadOnlyList<int> days)
    {
        var moved = effect is null ? [] : isPlain ? effect.Plain : effect.Plain.Concat(effect.Truths);
        var supply = Sum(_dates.Supply.Concat(moved.Where(change => change.Key <= _dates.Through)
            .Select(change => (change.Key, change.Value))));
        var changed = effect?.Needs.Select(change => (change.Key, change.Value)) ?? [];
        var needs = Sum(_dates.NeedsAt(_now).Concat(changed));
        return new DatedCover(
            Today, _dates.Through, _position.Sellable + moved.Sum(change => change.Value),
            _position.Committed + _position.Held + changed.Sum(change => change.Value), supply,
            [.. needs.Where(need => need.Units != 0)], days);
    }

    private static List<(int Day, long Units)> Sum(IEnumerable<(int Day, long Units)> rows) =>
        [.. rows.GroupBy(row => row.Day).OrderBy(day => day.Key).Select(day => (day.Key, day.Sum(row => row.Units)))];
}
