using Inventory.Commands;
using Inventory.Picking;

namespace Inventory.Reservations;

/// <summary>
/// Binds what a reservation has committed to goods: to places, lots and serials, by a strategy or by name.
/// </summary>
/// <remarks>
/// <para>
/// A promise counts on any units of its pool; what is bound is shipped from where it is bound, and no other order, nor
/// any movement that does not name the reservation, can take it. A plain truth, such as a count that finds less, ends
/// the binding of the units that are gone and not the promise. Only orders are bound: convert a hold first. What is
/// bound already stays as it is, so that a reservation whose backorder was filled is allocated again.
/// </para>
/// <para>
/// Refused with <c>NotFound.Reservation</c>, <c>Forbidden.Holder</c>, <c>Conflict.ReservationState</c> when nothing or
/// less is committed and unbound; with <c>Conflict.Insufficient</c> when too few goods lie there that nobody is bound
/// to, or that promises for later days do not count on; with <c>Conflict.OnlyExpired</c> and <c>Conflict.Frozen</c>.
/// Reads all that the pool has of the SKU when it decides by a strategy.
/// </para>
/// </remarks>
public sealed record AllocateReservation : ReservationStep
{
    /// <summary>The most lines of one command.</summary>
    public const int LinesMax = 1_000;

    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="reservation">The key of the command that made the reservation.</param>
    public AllocateReservation(CommandKey key, CommandKey reservation)
        : base(key, reservation)
    {
    }

    /// <summary>The line to bind; null is all of them.</summary>
    public int? Line { get; init; }

    /// <summary>Which goods are bound first; FIFO by default.</summary>
    public PickStrategy Strategy { get; init; }

    /// <summary>
    /// How long the goods must keep from the needed-by day on; null is no longer than to their removal.
    /// </summary>
    public MinimumLife? Life { get; init; }

    /// <summary>
    /// What to do when too few goods can be bound: refuse, or bind those that can. Nobody waits for goods.
    /// </summary>
    public Shortage Shortage { get; init; }

    /// <summary>The goods to bind, at most 1,000 lines; empty lets the strategy decide.</summary>
    public IReadOnlyList<AllocationLine> Goods { get; init; } = [];

    internal override void WritePayload(ref PayloadWriter writer)
    {
        WriteStep(ref writer, 70);
        writer.OptionalLong(Line);
        writer.Int((int)Strategy);
        writer.OptionalLong(Life?.Days);
        writer.OptionalLong(Life?.Share?.Numerator);
        writer.OptionalLong(Life?.Share?.Denominator);
        writer.Int((int)Shortage);
        writer.Int(Goods.Count);
        for (var i = 0; i < Goods.Count; i++)
        {
            Goods[i].WritePayload(ref writer);
        }
    }
}
