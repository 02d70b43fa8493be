using System.Numerics;
using Inventory.Movements;

namespace Inventory.Testing.Naive;

/// <content>What binds orders to goods, keeps the goods for them, and lets them go.</content>
public sealed partial class NaiveInventory
{
    // Binds orders, and sees whether goods that promises for later days count on were bound; else nothing is changed.
    private void Try(Action bind)
    {
        var before = _promises.ConvertAll(promise => promise.Copy());
        bind();
        foreach (var (sku, pool) in _promises.Select(promise => (promise.Sku, promise.Pool)).Distinct().ToList())
        {
            if (_errors.Count == 0 && sku.IsTracked && IsWorse(sku, pool, before, _ => 0))
            {
                _errors.Add(ErrorCodes.Insufficient);
            }
        }

        if (_errors.Count > 0)
        {
            PutBack(before);
        }
    }

    // In place, because others know the promises.
    private void PutBack(List<NaivePromise> before)
    {
        for (var i = 0; i < before.Count; i++)
        {
            _promises[i].Become(before[i]);
        }
    }

    private void Bind(NaivePromise promise, NaiveSpot spot, bool isPicked, BigInteger change)
    {
        var units = promise.Bound.GetValueOrDefault((spot, isPicked)) + change;
        promise.Bound.Remove((spot, isPicked));
        if (!units.IsZero)
        {
            promise.Bound.Add((spot, isPicked), units);
        }

        if (!change.IsZero)
        {
            _bound.Add((promise.Sku, promise.Pool));
        }
    }

    private BigInteger UnboundAt(NaiveSku sku, NaiveSpot spot) =>
        BigInteger.Max(0, Sum(Facts(sku), at => at == spot) - BoundAt(sku, spot));

    private BigInteger BoundAt(NaiveSku sku, NaiveSpot spot) => Sum(_promises
        .Where(promise => promise.Sku == sku).SelectMany(promise => promise.Bound)
        .Where(bound => bound.Key.Spot == spot).Select(bound => bound.Value));

    // What is not picked first, then by place and lot in the order in which those came to be.
    private List<(NaiveSpot Spot, bool IsPicked)> PartsOf(NaivePromise promise)
    {
        var lots = LotsOf(promise.Sku);
        return
        [
            .. promise.Bound.Keys.OrderBy(goods => (
                goods.IsPicked, _places.IndexOf(goods.Spot.Place),
                goods.Spot.Lot is null ? -1 : lots.IndexOf(goods.Spot.Lot))),
        ];
    }

    // What is given back is bound to nothing.
    private void LetGo(NaivePromise promise)
    {
        foreach (var (spot, isPicked) in PartsOf(promise))
        {
            var units = BigInteger.Min(promise.Bound[(spot, isPicked)], -promise.Unbound);
            if (units > 0)
            {
                Bind(promise, spot, isPicked, -units);
            }
        }
    }

    // Nobody takes what others are bound to; where a plain truth has, those who came last let go.
    private void KeepBound(MovementKind kind, List<NaivePlan> plan)
    {
        var leaving = plan.Where(line => line.From is { Status: StockStatus.Available, Place.IsOwn: true });
        foreach (var group in leaving.GroupBy(line => (line.Sku, line.From)).ToList())
        {
            var (sku, spot) = group.Key;
            var truths = Sum(group.Where(line => IsTruth(kind, line)).Select(line => line.Quantity));
            var there = Sum(Facts(sku), at => at == spot) + Sum(plan.Where(line => line.Sku == sku)
                .Select(line => (line.To == spot ? line.Quantity : 0) - (line.From == spot ? line.Quantity : 0)));
            var bound = BoundAt(sku, spot);
            if (bound > BigInteger.Max(0, there + truths) && group.Any(line => !IsTruth(kind, line)))
            {
                _errors.Add(ErrorCodes.Insufficient);
            }
            else
            {
                Unbind(sku, spot, bound - BigInteger.Max(0, there));
            }
        }
    }

    private static bool IsTruth(MovementKind kind, NaivePlan line) =>
        StatesTruth(line.IsCompensation ? MovementKind.Count : line.Kind ?? kind, line.To.Status);

    private void Unbind(NaiveSku sku, NaiveSpot spot, BigInteger excess)
    {
        foreach (var promise in Enumerable.Reverse(_promises).Where(promise => promise.Sku == sku))
        {
            foreach (var isPicked in new[] { false, true })
            {
                var units = BigInteger.Min(excess, promise.Bound.GetValueOrDefault((spot, isPicked)));
                if (units > 0)
                {
                    Bind(promise, spot, isPicked, -units);
                    excess -= units;
                }
            }
        }
    }
}
