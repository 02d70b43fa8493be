namespace Inventory;

/// <summary>What one pool can promise of one SKU: on hand = available + committed + held + unavailable.</summary>
/// <param name="Sku">The SKU's code.</param>
/// <param name="Pool">The pool's code.</param>
/// <param name="OnHand">Units there in any status.</param>
/// <param name="Unavailable">
/// Units there that cannot be sold: in quality control, damaged, quarantined, recalled or withheld.
/// </param>
/// <param name="Committed">Units promised to placed orders.</param>
/// <param name="Held">Units promised to holders.</param>
/// <param name="Available">What is left to promise; negative is a shortage.</param>
/// <param name="Version">
/// The SKU's version, to be sent back as <see cref="Movements.MovementLine.ExpectedVersion"/>.
/// </param>
public sealed record Availability(
    string Sku, string Pool, Quantity OnHand, Quantity Unavailable, Quantity Committed, Quantity Held,
        Quantity Available, long Version);
