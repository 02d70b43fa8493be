using Inventory.Ledger;
using Inventory.Reservations;

namespace Inventory.Decisions;

/// <summary>Decides promises on a pool's available units.</summary>
internal static class ReservationDecider
{
    public static void Decide(ref Working work, ReserveStock reserve)
    {
        var window = work.FindSku(reserve.Sku, "sku");
        var place = work.FindLocation(reserve.Pool, "pool");
        if (window is null || place is null)
        {
            return;
        }

        if (place.Pool == 0)
        {
            work.Refuse(ErrorCodes.InvalidLocation, "pool", place.Code, "an own place",
                $"{place.Code} is no own place and has no pool; name a place that holds stock.");
            return;
        }

        var asked = Steps(ref work, window, reserve.Quantity);
        if (!window.TryGetPosition(place.Pool, out var position))
        {
            work.Needs.Positions.Add((window.Sku.Number, place.Pool));
            return;
        }

        if (asked > position.Available)
        {
            var available = window.Sku.ToQuantity(Math.Max(0, position.Available));
            work.Refuse(ErrorCodes.Insufficient, "quantity", window.Sku.ToQuantity(asked).ToString(), available
                .ToString(),
                $"{window.Sku.Code}: {window.Sku.ToQuantity(asked)} asked, {available} available; ask for at most that.");
        }

        if (work.IsClear)
        {
            Write(ref work, new ReservationState(0, work.Moment.Ordinal, window.Sku.Number, place.Pool, asked),
                PromiseStep.Hold, asked);
        }
    }

    public static void Decide(ref Working work, ReleaseReservation release)
    {
        var trace = work.FindTrace(release.Reservation, "reservation", ErrorCodes.ReservationNotFound);
        if (trace is null)
        {
            return;
        }

        if (trace.Reservation is not { } reservation)
        {
            work.Refuse(ErrorCodes.ReservationNotFound, "reservation", release.Reservation.ToString(), null,
                $"The command '{release.Reservation}' made no reservation; name one that did.");
            return;
        }

        if (work.Stock.FindSku(reservation.Sku) is not { } window)
        {
            work.Needs.SkuNumbers.Add(reservation.Sku);
            return;
        }

        if (!window.TryGetPosition(reservation.Pool, out _))
        {
            work.Needs.Positions.Add((reservation.Sku, reservation.Pool));
            return;
        }

        var asked = release.Quantity is { } part ? Steps(ref work, window, part) : reservation.Held;
        if (asked > reservation.Held || reservation.Held == 0)
        {
            var held = window.Sku.ToQuantity(reservation.Held);
            work.Refuse(ErrorCodes.ReservationState, "quantity", window.Sku.ToQuantity(asked).ToString(), held
                .ToString(),
                $"The reservation '{release.Reservation}' still holds {held}; release at most that.");
        }

        if (work.IsClear)
        {
            Write(ref work, reservation with { Held = reservation.Held - asked }, PromiseStep.Release, -asked);
        }
    }

    private static long Steps(ref Working work, SkuWindow window, Quantity quantity)
    {
        if (quantity.IsDefault || quantity.Amount <= 0)
        {
            work.Refuse(ErrorCodes.InvalidQuantity, "quantity", quantity.ToString(), "more than zero",
                "Give a quantity above zero.");
            return 0;
        }

        return window.Sku.ToSteps(quantity, Rounding.Reject, "quantity", work.Errors);
    }

    private static void Write(ref Working work, ReservationState after, PromiseStep step, long held)
    {
        work.Change.Reservation = after;
        work.Change.Promises =
        [
            new PromiseEntry(after.Sku, 0, after.Pool, step, held, 0, work.Moment.Now, after.Commit, after.Ordinal,
                0, work.Moment.Ordinal, default),
        ];
        work.Change.Reply = work.Change.Reply with { PromiseSku = after.Sku };
    }
}
