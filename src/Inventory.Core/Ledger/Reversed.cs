namespace Inventory.Ledger;

/// <summary>How much of an entry has been reversed so far.</summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Sequence">The reversed entry's sequence.</param>
/// <param name="Quantity">Steps reversed.</param>
public readonly record struct Reversed(int Sku, long Sequence, long Quantity);
