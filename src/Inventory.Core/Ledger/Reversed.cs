namespace Inventory.Ledger;

/// <summary>How much of an entry has been reversed so far, or of a dispatched one has arrived or been lost.</summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Sequence">The entry's sequence.</param>
/// <param name="Quantity">Steps reversed, arrived and lost.</param>
/// <param name="Dispatched">Steps that a transfer has dispatched; 0 for every other entry.</param>
/// <param name="Effective">When they left, in microseconds since 1970; 0 for every other entry.</param>
public readonly record struct Reversed(
    int Sku, long Sequence, long Quantity, long Dispatched = 0, long Effective = 0)
{
    /// <summary>Steps that are still on their way.</summary>
    public long InTransit => Math.Max(0, Dispatched - Quantity);

    /// <summary>The row of an entry that a transfer dispatches.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>The row, of which nothing has arrived.</returns>
    public static Reversed Of(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new Reversed(entry.Sku, entry.Sequence, 0, entry.Quantity, entry.Effective);
    }
}
