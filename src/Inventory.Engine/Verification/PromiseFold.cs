using Inventory.Ledger;

namespace Inventory.Verification;

/// <summary>Folds the promise entries of one SKU into positions, totals of holds and legs of reservations.</summary>
internal sealed class PromiseFold(
    Dictionary<PositionKey, Position> positions, Dictionary<Spot, Balance> balances)
{
    private readonly SortedDictionary<(PositionKey Key, long Expires), HoldTotal> _holds = [];
    private readonly SortedDictionary<(PositionKey Key, long Expires, int NeededBy), DatedNeed> _needs = [];
    private readonly SortedDictionary<(long Commit, int Ordinal, int Leg), ReservationLeg> _legs = [];
    private readonly SortedDictionary<(long Commit, int Ordinal, int Leg, int Place, long Lot, bool IsPicked),
        Allocation> _allocations = [];

    /// <summary>The totals by position and end.</summary>
    public IReadOnlyList<HoldTotal> Holds => [.. _holds.Values.Where(total => total.Held != 0)];

    /// <summary>What is promised for days, by position, end and day.</summary>
    public IReadOnlyList<DatedNeed> Needs => [.. _needs.Values.Where(need => need.Promised != 0)];

    /// <summary>The legs by name.</summary>
    public IReadOnlyList<ReservationLeg> Legs => [.. _legs.Values];

    /// <summary>The goods that legs are bound to, by leg, place and lot.</summary>
    public IReadOnlyList<Allocation> Allocations => [.. _allocations.Values.Where(row => row.Units != 0)];

    /// <summary>The removal day of a lot, by its number.</summary>
    public Func<long, int> RemovalOf { get; set; } = static _ => Lots.LotTerm.Never;

    /// <summary>Whether the SKU has lots, so that what is promised for days is kept.</summary>
    public bool HasDates { get; set; }

    /// <summary>Folds one more fact, in the order of their sequences.</summary>
    public void Add(PromiseEntry promise)
    {
        var (sku, key) = (promise.Sku, promise.Position);
        var position = positions.GetValueOrDefault(key, new Position(sku, key, default));
        positions[key] = position with
        {
            Held = position.Held + promise.Held,
            Committed = position.Committed + promise.Committed,
            Backordered = position.Backordered + promise.Backordered,
        };
        if (promise.Step == PromiseStep.Settle)
        {
            foreach (var due in _holds.Keys.Where(at => at.Key == key && at.Expires <= promise.Expires).ToList())
            {
                _holds.Remove(due);
            }

            foreach (var due in _needs.Where(need => need.Key.Key == key && !need.Value.CountsAt(promise.Expires))
                .Select(need => need.Key).ToList())
            {
                _needs.Remove(due);
            }

            return;
        }

        if (promise is { Held: not 0, Expires: > 0 })
        {
            var at = (key, promise.Expires);
            var total = _holds.GetValueOrDefault(at, new HoldTotal(sku, key, promise.Expires, 0));
            _holds[at] = total with { Held = total.Held + promise.Held };
        }

        var name = (promise.Leg.Commit, promise.Leg.Ordinal, promise.Leg.Leg);
        if (promise.Terms is not null)
        {
            _legs[name] = ReservationLeg.Of(promise);
        }
        else if (_legs.TryGetValue(name, out var leg))
        {
            _legs[name] = leg.After(promise);
        }

        if (promise.Spot is { } spot)
        {
            var at = (name.Commit, name.Ordinal, name.Leg, spot.Place, spot.Lot, promise.IsPicked);
            var before = _allocations.TryGetValue(at, out var so) ? so.Units : 0;
            _allocations[at] = new Allocation(
                sku, promise.Leg, spot, promise.IsPicked, before + promise.Allocated);
            var there = balances.GetValueOrDefault(spot, new Balance(sku, spot, 0, 0));
            balances[spot] = there with { Allocated = there.Allocated + promise.Allocated };
        }

        if (HasDates && _legs.TryGetValue(name, out var after))
        {
            foreach (var change in DatedNeed.Of(promise, after.Terms, RemovalOf(promise.Spot?.Lot ?? 0)))
            {
                var need = (key, change.Expires, change.NeededBy);
                var before = _needs.TryGetValue(need, out var so) ? so.Promised : 0;
                _needs[need] = change with { Promised = before + change.Promised };
            }
        }
    }
}
