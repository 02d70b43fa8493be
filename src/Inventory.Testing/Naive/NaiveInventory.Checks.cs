using System.Numerics;
using Inventory.Commands;
using Inventory.Movements;

namespace Inventory.Testing.Naive;

/// <content>What must hold before anything moves, and the facts that a command leaves.</content>
public sealed partial class NaiveInventory
{
    private void CheckAndPost(Command command, MovementKind kind, List<NaivePlan> plan, CountedPolicy afterCount)
    {
        if (_errors.Count == 0)
        {
            plan = CheckCounts(plan, afterCount);
            CheckSpots(plan);
            CheckPromises(kind, plan);
            CheckRoom(plan);
        }

        if (_errors.Count == 0)
        {
            var before = _promises.ConvertAll(promise => promise.Copy());
            Fulfil(plan);
            if (_errors.Count == 0)
            {
                KeepBound(kind, plan);
            }

            if (_errors.Count == 0)
            {
                CheckDates(kind, plan, before);
            }

            if (_errors.Count > 0)
            {
                PutBack(before);
                return;
            }

            AddFacts(command.Key, kind, plan);
        }
    }

    // A late line may not move what was counted since, unless its opposite at the instant of the count comes with it.
    private List<NaivePlan> CheckCounts(List<NaivePlan> plan, CountedPolicy policy)
    {
        var marked = plan.ConvertAll(line => line with
        {
            CountedFrom = CountedAfter(line.Sku, line.From, line.Effective),
            CountedTo = CountedAfter(line.Sku, line.To, line.Effective),
        });
        if (policy == CountedPolicy.Compensate)
        {
            return [.. marked, .. marked.SelectMany(Compensations)];
        }

        if (marked.Exists(line => line.CountedFrom is not null || line.CountedTo is not null))
        {
            _errors.Add(ErrorCodes.Counted);
        }

        return plan;
    }

    private IEnumerable<NaivePlan> Compensations(NaivePlan line)
    {
        var opposite = line with { Cost = null, IsCompensation = true };
        if (line.CountedFrom is { } left)
        {
            yield return opposite with { From = Lost(line.From), To = line.From, Effective = left };
        }

        if (line.CountedTo is { } entered)
        {
            yield return opposite with { From = line.To, To = Lost(line.To), Effective = entered };
        }
    }

    private NaiveSpot Lost(NaiveSpot spot) => spot with { Place = Place("LOSS"), Status = StockStatus.Available };

    // The instant of the last count of a spot, when it lies after another instant.
    private long? CountedAfter(NaiveSku sku, NaiveSpot spot, long instant)
    {
        var counts = Facts(sku)
            .Where(fact => fact.Counted is not null && fact.Effective > instant)
            .Where(fact => fact.From == spot || fact.To == spot);
        return spot.Place.IsOwn ? counts.LastOrDefault()?.Effective : null;
    }

    // No spot may fall below its floor, at no instant from the lines' own on. What a command brings in, it cannot
    // take out.
    private void CheckSpots(List<NaivePlan> plan)
    {
        var leaving = plan.Where(line => line.From.Place.IsOwn && !line.IsCompensation);
        foreach (var group in leaving.GroupBy(line => (line.Sku, line.From)))
        {
            var (sku, spot) = group.Key;
            var floor = sku.IsSerial ? 0 : spot.Place.Floor;
            var demand = Sum(group.Select(line => line.Quantity));
            var first = group.First();
            var balances = Balances(sku, spot, first.Effective, first.CountedFrom);
            if (floor is { } lowest && balances.Any(there => there - demand < lowest))
            {
                _errors.Add(ErrorCodes.Insufficient);
            }
        }
    }

    // What lies at a spot after an instant, and after each later fact that comes before another instant.
    private IEnumerable<BigInteger> Balances(NaiveSku sku, NaiveSpot spot, long from, long? until)
    {
        var balance = Sum(Facts(sku).Where(fact => fact.Effective <= from).Select(fact => fact.ChangeAt(spot)));
        yield return balance;
        var later = Facts(sku).Where(fact => fact.Effective > from && (until is null || fact.Effective < until));
        foreach (var fact in later)
        {
            balance += fact.ChangeAt(spot);
            yield return balance;
        }
    }

    // What leaves a pool's sellable stock must not be promised, unless the command states a plain truth.
    private void CheckPromises(MovementKind kind, List<NaivePlan> plan)
    {
        // What is compensated where it leaves changes nothing now. A place that may be overdrawn breaks no promise by
        // itself.
        var moving = plan
            .Where(line => !line.IsCompensation && line.CountedFrom is null && line.From.Place.IsOwn)
            .ToList();
        var giving = moving.Where(line => (line.Fulfils is null || line.From.Pool == line.To.Pool)
            && !StatesTruth(kind, line.To.Status)).ToList();
        var leaving = giving.Where(line => !line.Sku.IsTracked && line.From.Place.Floor == 0
            && line.From.Status == StockStatus.Available);
        foreach (var (sku, pool) in leaving.Select(line => (line.Sku, Pool: line.From.Pool!)).Distinct())
        {
            var lost = Sum(giving
                    .Where(line => line.Sku == sku && IsSellable(line.From, pool))
                    .Select(line => line.Quantity))
                - Sum(moving
                    .Where(line => line.Sku == sku && line.CountedTo is null && IsSellable(line.To, pool))
                    .Select(line => line.Quantity));
            var promised = PromisedIn(sku, pool);
            if (lost > 0 && promised > 0 && SellableIn(sku, pool) - promised < lost)
            {
                _errors.Add(ErrorCodes.Insufficient);
            }
        }
    }

    // What was seen, lost, broken or recalled is a fact, whatever was promised.
    private static bool StatesTruth(MovementKind kind, StockStatus to) =>
        kind is MovementKind.Count or MovementKind.Scrap
        || (kind == MovementKind.StatusChange
            && to is StockStatus.Damaged or StockStatus.Quarantined or StockStatus.Recalled);

    private static bool IsSellable(NaiveSpot spot, NaivePool pool) =>
        spot.Pool == pool && spot.Status == StockStatus.Available;

    private void AddFacts(CommandKey key, MovementKind kind, List<NaivePlan> plan)
    {
        foreach (var line in plan)
        {
            var before = _facts.Where(fact => fact.Sku == line.Sku).ToList();
            var fact = new NaiveFact(
                key, line.Line, line.Sku, before.Count + 1, line.Quantity, line.From, line.To,
                line.IsCompensation ? MovementKind.Count : line.Kind ?? kind, _now, line.Effective)
            {
                Cost = line.Cost,
                Counted = line.Counted,
                Reverses = line.Reverses,
                IsLate = before.Exists(earlier => earlier.Effective > line.Effective),
            };
            _facts.Add(fact);
            Cost(fact);
            foreach (var spot in new[] { line.From, line.To }.Where(spot => spot.Place.IsOwn))
            {
                _touched.Add((line.Sku, spot.Pool!));
            }
        }
    }

    private BigInteger ReversedOf(NaiveFact original) =>
        Sum(_facts.Where(fact => ReferenceEquals(fact.Reverses, original)).Select(fact => fact.Quantity));
}
