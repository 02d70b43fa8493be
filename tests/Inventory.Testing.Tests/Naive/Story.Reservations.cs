using Inventory.Commands;
using Inventory.Movements;
using Inventory.Reservations;
using NodaTime;

namespace Inventory.Testing.Tests.Naive;

/// <content>Promises and their steps.</content>
internal sealed partial class Story
{
    private static readonly string?[] Holders = [null, null, "cart-1", "cart-2"];

    private static ReserveStock Reserve(Step step, CommandKey key, Instant now)
    {
        var first = new ReservationLine(Sku(step), Amount(step), Place(step))
        {
            Grade = Grade(step),
            Owner = Owner(step),
        };
        var second = first with
        {
            Sku = Skus[(step.Sku + step.Extra % 2) % Skus.Length],
            Quantity = Quantity.Each(step.Quantity % 3 + 1),
        };
        var isOrder = step.Time % 4 >= 2;
        IReadOnlyList<ReservationLine> lines = step.Extra % 4 == 3 ? [first, second] : [first];
        return new ReserveStock(key, lines)
        {
            Kind = isOrder ? PromiseKind.Order : PromiseKind.Hold,
            TimeToLive = isOrder != (step.Key % 32 == 10) ? null : Lifetime(step),
            Holder = Holders[step.Extra / 4 % Holders.Length],
            Priority = step.Extra / 16 % 3,
            NeededBy = step.Gap % 4 != 0 ? null : now.InUtc().Date.PlusDays(step.Gap % 5 - 1),
            Shortage = (step.Quantity / 8 % 4) switch
            {
                0 => Shortage.TakeAvailable,
                1 when isOrder || step.Key % 32 == 9 => Shortage.Backorder,
                2 when isOrder => Shortage.Backorder,
                _ => Shortage.Refuse,
            },
        };
    }

    private ReleaseReservation Release(Step step, CommandKey key)
    {
        var reservation = Earlier(_reservations, step);
        return new ReleaseReservation(key, reservation)
        {
            Holder = HolderOf(reservation, step),
            Line = step.Time % 5 < 3 ? null : step.Time % 2,
            Quantity = step.Quantity % 2 == 0 ? null : Quantity.Each(step.Quantity % 4),
        };
    }

    private ConvertReservation Convert(Step step, CommandKey key)
    {
        var reservation = Earlier(_reservations, step);
        return new ConvertReservation(key, reservation) { Holder = HolderOf(reservation, step) };
    }

    private ExtendReservation Extend(Step step, CommandKey key)
    {
        var reservation = Earlier(_reservations, step);
        return new ExtendReservation(key, reservation)
        {
            Holder = HolderOf(reservation, step),
            TimeToLive = Lifetime(step),
        };
    }

    // What was reserved last is shipped from a place of its pool, or from another one.
    private PostMovement Fulfilment(Step step, CommandKey key, Instant? effective)
    {
        var reservation = Earlier(_reservations, step);
        var line = _reserved.GetValueOrDefault(reservation)?.Lines[0];
        return new PostMovement(
            key, step.Extra % 9 == 8 ? MovementKind.Scrap : MovementKind.Issue,
            new MovementLine(line?.Sku ?? Sku(step), Quantity.Each(step.Quantity % 3 + 1))
            {
                From = step.Time % 4 == 3 ? Place(step) : line?.Pool ?? Place(step),
                Grade = step.Time % 16 == 15 ? null : line?.Grade,
                Owner = line?.Owner,
                Lot = line?.Sku is "lots" or "serials" ? Lots[step.Extra % Lots.Length] : null,
                Reservation = reservation,
            })
        {
            Effective = effective,
            Reason = step.Extra % 9 == 8 ? "both" : null,
        };
    }

    private string? HolderOf(CommandKey reservation, Step step) =>
        step.Time % 7 == 6 ? "somebody else" : _reserved.GetValueOrDefault(reservation)?.Holder;

    // Minutes, of which many pass while a story goes on; now and then hours, none at all, or too many.
    private static Duration Lifetime(Step step) => (step.Place % 16) switch
    {
        0 => Duration.Zero,
        1 => Duration.FromDays(401),
        2 => Duration.FromHours(30) + Duration.FromTicks(7),
        3 => Duration.FromMilliseconds(1),
        _ => Duration.FromMinutes(step.Quantity % 5) + Duration.FromSeconds(step.Place),
    };
}
