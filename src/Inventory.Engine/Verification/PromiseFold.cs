using Inventory.Ledger;

namespace Inventory.Verification;

/// <summary>Folds the promise entries of one SKU into positions, totals of holds and legs of reservations.</summary>
internal sealed class PromiseFold(Dictionary<PositionKey, Position> positions)
{
    private readonly SortedDictionary<(PositionKey Key, long Expires), HoldTotal> _holds = [];
    private readonly SortedDictionary<(long Commit, int Ordinal, int Leg), ReservationLeg> _legs = [];

    /// <summary>The totals by position and end.</summary>
    public IReadOnlyList<HoldTotal> Holds => [.. _holds.Values.Where(total => total.Held != 0)];

    /// <summary>The legs by name.</summary>
    public IReadOnlyList<ReservationLeg> Legs => [.. _legs.Values];

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
    }
}
