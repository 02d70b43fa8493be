namespace Inventory.Ledger;

/// <summary>What is promised of a position for one needed-by day, and ends together.</summary>
/// <remarks>
/// Kept of SKUs with lots only. What is promised without a day is only in <see cref="Position.Committed"/> and
/// <see cref="Position.Held"/>. Like <see cref="HoldTotal"/>, it counts while now is before <see cref="Expires"/> and
/// is removed by whoever settles the position.
/// </remarks>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Key">The pool, owner and grade.</param>
/// <param name="Expires">When the promises end, in microseconds since 1970; 0 is never.</param>
/// <param name="NeededBy">The day, as the number yyyymmdd.</param>
/// <param name="Promised">Units, in steps of the base unit; not zero.</param>
public readonly record struct DatedNeed(int Sku, PositionKey Key, long Expires, int NeededBy, long Promised)
{
    /// <summary>What a fact changes in what is promised for days.</summary>
    /// <param name="promise">The fact; of a reservation.</param>
    /// <param name="terms">What that reservation's leg was agreed on.</param>
    /// <returns>The changes; none where no day was agreed on.</returns>
    public static IEnumerable<DatedNeed> Of(PromiseEntry promise, PromiseTerms terms)
    {
        ArgumentNullException.ThrowIfNull(promise);
        ArgumentNullException.ThrowIfNull(terms);
        return new[] { (promise.Expires, Units: promise.Held), (Expires: 0L, Units: promise.Committed) }
            .Where(change => terms.NeededBy > 0 && change.Units != 0)
            .Select(change => new DatedNeed(
                promise.Sku, promise.Position, change.Expires, terms.NeededBy, change.Units));
    }

    /// <summary>Whether it counts at an instant.</summary>
    /// <param name="now">Microseconds since 1970.</param>
    /// <returns>False when its end has come.</returns>
    public bool CountsAt(long now) => Expires == 0 || now < Expires;
}
