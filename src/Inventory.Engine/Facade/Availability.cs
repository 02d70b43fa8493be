namespace Inventory;

/// <summary>What one pool can promise of one SKU, with every term of the number.</summary>
/// <remarks>
/// <para>
/// on hand = unavailable + committed + held + free, and available = free - backordered + held by the one who asks -
/// too old - hidden + oversell limit. A negative number is a shortage: more is promised, or waited for, than is there.
/// </para>
/// <para>
/// A kit has no stock of its own: what is available of it is what its scarcest component allows, rounded down; its
/// other terms are zero.
/// </para>
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

    /// <summary>
    /// Free units that are no longer good on the needed-by day, or that promises for other days count on.
    /// </summary>
    public required Quantity TooOld { get; init; }

    /// <summary>Units that transfers bring here and that are still on their way; no part of what is on hand.</summary>
    public required Quantity InTransit { get; init; }

    /// <summary>Units that the rules of selling hide from the one who asks.</summary>
    public required Quantity Hidden { get; init; }

    /// <summary>Units that the rules of selling allow to be promised beyond what is there.</summary>
    public required Quantity OversellLimit { get; init; }

    /// <summary>The code of the component that limits a kit; null for what is no kit.</summary>
    public string? LimitedBy { get; init; }

    /// <summary>The code of the owner of the goods; null is ourselves.</summary>
    public string? Owner { get; init; }

    /// <summary>The code of the grade; null is goods without one.</summary>
    public string? Grade { get; init; }
}
