namespace Inventory;

/// <summary>What one pool can promise of one SKU, with every term of the number.</summary>
/// <remarks>
/// on hand = unavailable + committed + held + free, and available = free - backordered + held by the one who asks. A
/// negative number is a shortage: more is promised, or waited for, than is there.
/// </remarks>
/// <param name="Sku">The SKU's code.</param>
/// <param name="Pool">The pool's code.</param>
/// <param name="OnHand">Units there in any status.</param>
/// <param name="Unavailable">Units there that cannot be sold: see <see cref="Blocked"/>.</param>
/// <param name="Committed">Units promised to placed orders.</param>
/// <param name="Held">Units promised to holders; a hold whose time is over does not count.</param>
/// <param name="Available">What is left to promise to the one who asks.</param>
/// <param name="Version">
/// The SKU's version, to be sent back as <see cref="Movements.MovementLine.ExpectedVersion"/>.
/// </param>
public sealed record Availability(
    string Sku, string Pool, Quantity OnHand, Quantity Unavailable, Quantity Committed, Quantity Held,
        Quantity Available, long Version)
{
    /// <summary>Why units there cannot be sold.</summary>
    public required BlockedStock Blocked { get; init; }

    /// <summary>Units of <see cref="Held"/> that the holder who asks holds itself.</summary>
    public required Quantity HeldByAsker { get; init; }

    /// <summary>Units that accepted orders wait for; whatever comes in is theirs first.</summary>
    public required Quantity Backordered { get; init; }
}
