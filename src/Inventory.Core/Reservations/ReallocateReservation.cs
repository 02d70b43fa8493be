using Inventory.Commands;

namespace Inventory.Reservations;

/// <summary>Gives goods that a reservation is bound to to one of a higher priority.</summary>
/// <remarks>
/// <para>
/// The other is bound to them in its place: first for what it has committed and not bound, which leaves the promise of
/// the one that gives as it was; then for what it waits for, and for so much the one that gives waits instead. Nothing
/// is promised twice and nothing given up: both facts stand in the history of promises.
/// </para>
/// <para>
/// Refused with <c>NotFound.Reservation</c>, <c>Forbidden.Holder</c>, <c>Conflict.Priority</c> when the other does not
/// go before; <c>Conflict.Picked</c> when the goods have been picked; <c>Conflict.ReservationState</c> when less is
/// bound, or needed by the other, than is asked for.
/// </para>
/// </remarks>
public sealed record ReallocateReservation : ReservationStep
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="reservation">The key of the command that made the reservation that gives.</param>
    /// <param name="to">The key of the command that made the one that is given to.</param>
    /// <param name="sku">The SKU's code; of a kit that of a component.</param>
    public ReallocateReservation(CommandKey key, CommandKey reservation, CommandKey to, string sku)
        : base(key, reservation)
    {
        To = to;
        Sku = sku;
    }

    /// <summary>The key of the command that made the reservation that is given to.</summary>
    public CommandKey To { get; init; }

    /// <summary>The SKU's code; of a kit that of a component.</summary>
    public string Sku { get; init; }

    /// <summary>How much; null is all that one has and the other needs.</summary>
    public Quantity? Quantity { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        WriteStep(ref writer, 72);
        writer.Text(To.Source);
        writer.Text(To.Text);
        writer.Text(Sku);
        writer.Flag(Quantity is not null);
        writer.Decimal(Quantity?.Amount ?? 0);
        writer.Text(Quantity?.Unit);
    }
}
