using Inventory.Commands;

namespace Inventory.Reservations;

/// <summary>Gives promised units back, wholly or in part, and ends the waiting for what is backordered.</summary>
/// <remarks>
/// Releasing what is released, expired or fulfilled has no effect and is no error. Refused with
/// <c>NotFound.Reservation</c>, <c>Forbidden.Holder</c>, or <c>Conflict.ReservationState</c> when a part is more than
/// what is left. Of a part, what is waited for goes first.
/// </remarks>
public sealed record ReleaseReservation : ReservationStep
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="reservation">The key of the command that made the reservation.</param>
    public ReleaseReservation(CommandKey key, CommandKey reservation)
        : base(key, reservation)
    {
    }

    /// <summary>The line to release of; null is all of them, or the only one.</summary>
    public int? Line { get; init; }

    /// <summary>How much of the line to give back; null is all that is left.</summary>
    public Quantity? Quantity { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        WriteStep(ref writer, 10);
        writer.OptionalLong(Line);
        writer.Flag(Quantity is not null);
        writer.Decimal(Quantity?.Amount ?? 0);
        writer.Text(Quantity?.Unit);
    }
}
