using Inventory.Commands;

namespace Inventory.Reservations;

/// <summary>
/// Ends the binding of a reservation to goods, picked ones included. What was promised stays promised.
/// </summary>
/// <remarks>
/// The goods stay where they are, for others to be bound to. What is bound to nothing has nothing to end, which is no
/// error. Refused with <c>NotFound.Reservation</c> or <c>Forbidden.Holder</c>.
/// </remarks>
public sealed record DeallocateReservation : ReservationStep
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="reservation">The key of the command that made the reservation.</param>
    public DeallocateReservation(CommandKey key, CommandKey reservation)
        : base(key, reservation)
    {
    }

    /// <summary>The line whose binding ends; null is all of them.</summary>
    public int? Line { get; init; }

    /// <summary>The code of the place whose goods are let go; null is all of them.</summary>
    public string? Location { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        WriteStep(ref writer, 71);
        writer.OptionalLong(Line);
        writer.Text(Location);
    }
}
