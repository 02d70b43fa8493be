using Inventory.Commands;

namespace Inventory.Reservations;

/// <summary>Makes holds an order: what was held is committed, without an end.</summary>
/// <remarks>
/// Converting what is converted has no effect. Refused with <c>NotFound.Reservation</c>, <c>Forbidden.Holder</c>, or
/// <c>Conflict.ReservationState</c> when nothing is left, or the time of a hold is over: its units may be promised to
/// somebody else by now.
/// </remarks>
public sealed record ConvertReservation : ReservationStep
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="reservation">The key of the command that made the reservation.</param>
    public ConvertReservation(CommandKey key, CommandKey reservation)
        : base(key, reservation)
    {
    }

    internal override void WritePayload(ref PayloadWriter writer) => WriteStep(ref writer, 11);
}
