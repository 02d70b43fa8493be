using Inventory.Commands;

namespace Inventory.Reservations;

/// <summary>Gives promised units back, wholly or in part.</summary>
/// <remarks>Refused with <c>NotFound.Reservation</c>, or <c>Conflict.ReservationState</c> when it holds less.</remarks>
public sealed record ReleaseReservation : Command
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="reservation">The key of the command that made the reservation.</param>
    public ReleaseReservation(CommandKey key, CommandKey reservation)
        : base(key) => Reservation = reservation;

    /// <summary>The key of the command that made the reservation.</summary>
    public CommandKey Reservation { get; init; }

    /// <summary>How much to give back; null is all it still holds.</summary>
    public Quantity? Quantity { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(10);
        writer.Text(Reservation.Source);
        writer.Text(Reservation.Text);
        writer.Flag(Quantity is not null);
        writer.Decimal(Quantity?.Amount ?? 0);
        writer.Text(Quantity?.Unit);
    }
}
