using Inventory.Ledger;

namespace Inventory.Valuation;

/// <summary>
/// What a book knows of one SKU at one place in time. Value on hand = <see cref="ValueIn"/> -
/// <see cref="CostOut"/>.
/// </summary>
/// <remarks>Quantities in steps of the base unit, money at the ledger's cost scale.</remarks>
/// <param name="QuantityIn">Units that came in so far.</param>
/// <param name="ValueIn">What they cost.</param>
/// <param name="QuantityOut">Units that went out so far.</param>
/// <param name="CostOut">What they cost, provisional costs included.</param>
/// <param name="ShortQuantity">Units of <paramref name="QuantityOut"/> that nothing has covered yet.</param>
/// <param name="ShortCost">The provisional cost of those, settled when goods come in.</param>
/// <param name="LastQuantity">The units of the last receipt, whose cost is the provisional one; 0 before any.</param>
/// <param name="LastValue">What the last receipt cost.</param>
/// <param name="Front">FIFO: the layer that the next issue takes from, or where it will begin.</param>
/// <param name="FrontTaken">FIFO: units already taken from that layer; of a lot: from its mixture.</param>
public sealed record BookState(
    long QuantityIn, long ValueIn, long QuantityOut, long CostOut, long ShortQuantity, long ShortCost,
    long LastQuantity, long LastValue, EntryKey Front, long FrontTaken)
{
    /// <summary>The state before anything happened.</summary>
    public static BookState Empty { get; } = new(0, 0, 0, 0, 0, 0, 0, 0, EntryKey.Start, 0);

    /// <summary>Own units on hand; negative when more went out than came in.</summary>
    public long Quantity => QuantityIn - QuantityOut;

    /// <summary>The value on hand.</summary>
    public long Value => ValueIn - CostOut;
}
