using Inventory.Reservations;

namespace Inventory.Testing.Naive;

/// <content>Promises.</content>
public sealed partial class NaiveInventory
{
    private void Reserve(ReserveStock reserve)
    {
        var sku = FindSku(reserve.Sku);
        var place = FindPlace(reserve.Pool);
        if (sku is null || place is null)
        {
            return;
        }

        if (place.Pool is not { } pool)
        {
            _errors.Add(ErrorCodes.InvalidLocation);
            return;
        }

        var quantity = Positive(sku, reserve.Quantity, Rounding.Reject);
        if (quantity > AvailableIn(sku, pool))
        {
            _errors.Add(ErrorCodes.Insufficient);
        }

        if (_errors.Count == 0)
        {
            _promises.Add((reserve.Key, sku, pool, quantity));
        }
    }

    private void Release(ReleaseReservation release)
    {
        // The first promise under a key is the reservation itself, the others are what was given back.
        var steps = _promises.Where(promise => promise.Key == release.Reservation).ToList();
        if (steps.Count == 0)
        {
            _errors.Add(ErrorCodes.ReservationNotFound);
            return;
        }

        var (key, sku, pool, _) = steps[0];
        var held = Sum(steps.Select(step => step.Held));
        var quantity = release.Quantity is { } part ? Positive(sku, part, Rounding.Reject) : held;
        if (held == 0 || quantity > held)
        {
            _errors.Add(ErrorCodes.ReservationState);
        }

        if (_errors.Count == 0)
        {
            _promises.Add((key, sku, pool, -quantity));
        }
    }
}
