using System.Numerics;
using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;
using NodaTime;

namespace Inventory.Testing.Naive;

/// <content>
/// Goods that go bad: every unit and every promise is looked at again, for every day that anything is needed.
/// </content>
public sealed partial class NaiveInventory
{
    /// <summary>Units that can still be promised for a day; negative is a shortage.</summary>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="pool">The code of the pool or of a place in it.</param>
    /// <param name="neededBy">The day on which they must still be good; null is today.</param>
    /// <param name="now">The instant asked about; not before the last command.</param>
    /// <param name="grade">The grade; null is none.</param>
    /// <param name="owner">The owner; null is ourselves.</param>
    /// <returns>The amount in the SKU's base unit.</returns>
    public decimal AvailableFor(
        string sku, string pool, LocalDate? neededBy, Instant now, string? grade = null, string? owner = null)
    {
        _now = Math.Max(_now, now.ToUnixTimeTicks() / 10);
        return Sku(sku).Amount(AvailableIn(Sku(sku), PoolOf(pool, grade, owner), Number(neededBy), []));
    }

    /// <summary>How much of what is promised cannot be kept, as things are now.</summary>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="pool">The code of the pool or of a place in it.</param>
    /// <param name="grade">The grade; null is none.</param>
    /// <param name="owner">The owner; null is ourselves.</param>
    /// <returns>The amount in the SKU's base unit.</returns>
    public decimal Uncovered(string sku, string pool, string? grade = null, string? owner = null)
    {
        var (item, place) = (Sku(sku), PoolOf(pool, grade, owner));
        return item.Amount(DaysOf(item, place)
            .Select(day => BigInteger.Min(-Spare(item, place, day, []), PromisedOn(item, place, day)))
            .Aggregate(BigInteger.Zero, BigInteger.Max));
    }

    private BigInteger PromisedOn(NaiveSku sku, NaivePool pool, int day) => Sum(PromisesOf(sku, pool)
        .SelectMany(NeedsOf).Where(need => need.Day >= day).Select(need => need.Units));

    // What is bound to goods is needed until the day before they are removed, so that nobody else counts on them.
    private IEnumerable<(int Day, BigInteger Units)> NeedsOf(NaivePromise promise) =>
    [
        (NeededOn(promise), promise.PromisedAt(_now) - promise.Allocated),
        .. promise.Bound.Select(bound => (
            Math.Max(Today(promise.Pool), DayBefore(RemovalOf(promise.Sku, bound.Key.Spot.Lot))), bound.Value)),
    ];

    private static int DayBefore(int removal) =>
        removal == int.MaxValue ? removal - 1 : Micros.ToNumber(Micros.ToDate(removal).PlusDays(-1));

    private static int Number(LocalDate? day) => day is { } given ? Micros.ToNumber(given) : 0;

    private int Today(NaivePool pool) => Number(pool.Place.Day(_now));

    // What is left for a day beside what is promised and waited for; some promises may be taken out.
    private BigInteger AvailableIn(NaiveSku sku, NaivePool pool, int day, IReadOnlyCollection<NaivePromise> without) =>
        // What is on its way is not for sale.
        pool.Place.Kind == LocationKind.Transit ? 0 :
        DaysOf(sku, pool).Append(day).Select(at => Math.Max(at, Today(pool)))
            .Where(at => at <= Math.Max(day, Today(pool))).Min(at => Spare(sku, pool, at, without))
        - Sum(PromisesOf(sku, pool).Except(without).Select(promise => promise.Backordered));

    // Every day that something is promised for, and today.
    private List<int> DaysOf(NaiveSku sku, NaivePool pool) =>
        [
            .. PromisesOf(sku, pool).SelectMany(NeedsOf).Select(need => need.Day).Append(Today(pool)).Distinct(),
        ];

    private int NeededOn(NaivePromise promise) => Math.Max(promise.NeededBy, Today(promise.Pool));

    // What is removed after a day, less what is promised for that day or later.
    private BigInteger Spare(NaiveSku sku, NaivePool pool, int day, IReadOnlyCollection<NaivePromise> without) =>
        SupplyAfter(sku, pool, day, _ => 0) - Sum(PromisesOf(sku, pool).Except(without).SelectMany(NeedsOf)
            .Where(need => need.Day >= day).Select(need => need.Units));

    // What is overdrawn of one lot does not add to what there is of others: there is no more after a day than after
    // any day before it.
    private BigInteger SupplyAfter(NaiveSku sku, NaivePool pool, int day, Func<int, BigInteger> lostAfter) =>
        Facts(sku).SelectMany(fact => new[] { fact.From.Lot, fact.To.Lot }).Distinct()
            .Select(lot => RemovalOf(sku, lot)).Where(removal => removal <= day).Append(0)
            .Select(after => Sum(Facts(sku), spot => IsSellable(spot, pool) && RemovalOf(sku, spot.Lot) > after)
                - lostAfter(after))
            .Aggregate(BigInteger.Min);

    private IEnumerable<NaivePromise> PromisesOf(NaiveSku sku, NaivePool pool) =>
        _promises.Where(promise => promise.Sku == sku && promise.Pool == pool);

    // What leaves must not be what promises count on, on any day; what was promised for has left with its promise.
    private void CheckDates(MovementKind kind, List<NaivePlan> plan, List<NaivePromise> before)
    {
        var moving = plan.Where(line => line.Sku.IsTracked && line.From.Place.IsOwn).ToList();
        foreach (var (sku, pool) in moving.Select(line => (line.Sku, Pool: line.From.Pool!)).Distinct())
        {
            var lines = moving.Where(line => line.Sku == sku).ToList();
            var promised = As(before, () => PromisedIn(sku, pool));
            var takes = promised > 0 && lines.Exists(line => TakesFrom(line, pool, kind));
            var binds = lines.Exists(line => line.Fulfils is not null && line.From.Pool == line.To.Pool);
            if ((takes || binds) && IsWorse(sku, pool, before, day => LostAfter(lines, pool, day, kind)))
            {
                _errors.Add(ErrorCodes.Insufficient);
            }
        }
    }

    // Whether promises for some day are left without goods that were not, or had more of them.
    private bool IsWorse(NaiveSku sku, NaivePool pool, List<NaivePromise> before, Func<int, BigInteger> lostAfter)
    {
        var days = DaysOf(sku, pool).Union(As(before, () => DaysOf(sku, pool))).ToList();
        return days.Exists(day =>
        {
            var after = SupplyAfter(sku, pool, day, lostAfter) - PromisedOn(sku, pool, day);
            return after < 0 && after < As(before, () => Spare(sku, pool, day, []));
        });
    }

    // An answer as it would have been with other promises.
    private T As<T>(List<NaivePromise> promises, Func<T> ask)
    {
        var now = _promises.ConvertAll(promise => promise.Copy());
        PutBack(promises);
        var answer = ask();
        PutBack(now);
        return answer;
    }

    private static bool TakesFrom(NaivePlan line, NaivePool pool, MovementKind kind) =>
        !line.IsCompensation && IsSellable(line.From, pool) && !StatesTruth(kind, line.To.Status)
        && line.From.Place.Floor == 0;

    private BigInteger LostAfter(List<NaivePlan> lines, NaivePool pool, int day, MovementKind kind) => Sum(lines
        .Where(line => !line.IsCompensation && RemovalOf(line.Sku, line.From.Lot) > day)
        .Select(line =>
            (IsSellable(line.From, pool) && line.CountedFrom is null && !StatesTruth(kind, line.To.Status)
                ? line.Quantity : 0)
            - (IsSellable(line.To, pool) && line.CountedTo is null ? line.Quantity : 0)));

    private void Fulfil(IEnumerable<NaivePlan> lines)
    {
        foreach (var line in lines.Where(line => line.Fulfils is not null && !line.IsCompensation))
        {
            Fulfil(line.Fulfils!.Value, line);
        }
    }

    private int RemovalOf(NaiveSku sku, string? lot) =>
        lot is not null && _lots.TryGetValue((sku, lot), out var known) && known.Dates.Removal is { } removal
            ? Number(removal)
            : int.MaxValue;
}
