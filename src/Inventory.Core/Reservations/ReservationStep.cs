using Inventory.Commands;

namespace Inventory.Reservations;

/// <summary>A later step of a reservation, named by the key of the command that made it.</summary>
public abstract record ReservationStep : Command
{
    private protected ReservationStep(CommandKey key, CommandKey reservation)
        : base(key) => Reservation = reservation;

    /// <summary>The key of the command that made the reservation.</summary>
    public CommandKey Reservation { get; init; }

    /// <summary>Whose reservation it is; required where it was made for a holder.</summary>
    public string? Holder { get; init; }

    private protected void WriteStep(ref PayloadWriter writer, byte tag)
    {
        writer.Byte(tag);
        writer.Text(Reservation.Source);
        writer.Text(Reservation.Text);
        writer.Text(Holder);
    }
}
