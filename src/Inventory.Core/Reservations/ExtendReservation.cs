using Inventory.Commands;
using NodaTime;

namespace Inventory.Reservations;

/// <summary>Lets holds last until another instant, later or earlier.</summary>
/// <remarks>
/// Refused with <c>Invalid.Ttl</c>, <c>NotFound.Reservation</c>, <c>Forbidden.Holder</c>, or
/// <c>Conflict.ReservationState</c> when nothing is held or the time of a hold is over.
/// </remarks>
public sealed record ExtendReservation : ReservationStep
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="reservation">The key of the command that made the reservation.</param>
    public ExtendReservation(CommandKey key, CommandKey reservation)
        : base(key, reservation)
    {
    }

    /// <summary>How long it lasts from the moment this step is recorded; see <see cref="ReserveStock"/>.</summary>
    public Duration? TimeToLive { get; init; }

    /// <summary>The instant up to which it lasts, instead of <see cref="TimeToLive"/>.</summary>
    public Instant? Until { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        WriteStep(ref writer, 12);
        writer.OptionalLong(TimeToLive?.BclCompatibleTicks);
        writer.OptionalLong(Until?.ToUnixTimeTicks());
    }
}
