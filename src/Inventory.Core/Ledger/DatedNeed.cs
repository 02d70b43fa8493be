namespace Inventory.Ledger;

/// <summary>What is promised of a position for one needed-by day, and ends together.</summary>
/// <remarks>
/// Kept of SKUs with lots only. What is promised without a day is only in <see cref="Position.Committed"/> and
/// <see cref="Position.Held"/>. What is bound to goods is needed until the day before their removal: so no promise
/// counts on them, but those that nothing else would last long enough for. Like <see cref="HoldTotal"/>, it counts
/// while now is before <see cref="Expires"/> and is removed by whoever settles the position.
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
    /// <param name="removal">The removal day of the lot it is bound to or was, as the number yyyymmdd.</param>
    /// <returns>The changes; none for what is needed at once.</returns>
    public static IEnumerable<DatedNeed> Of(PromiseEntry promise, PromiseTerms terms, int removal)
    {
        ArgumentNullException.ThrowIfNull(promise);
        ArgumentNullException.ThrowIfNull(terms);
        var changes = new[]
        {
            (promise.Expires, Day: terms.NeededBy, Units: promise.Held),
            (Expires: 0L, Day: terms.NeededBy, Units: promise.Committed - promise.Allocated),
            (Expires: 0L, Day: LastDayBefore(removal), Units: promise.Allocated),
        };
        return changes.Where(change => change.Day > 0 && change.Units != 0).Select(change => new DatedNeed(
            promise.Sku, promise.Position, change.Expires, change.Day, change.Units));
    }

    /// <summary>The last day that goods are good for, which is when those who are bound to them need them.</summary>
    /// <param name="removal">The day of their removal, as the number yyyymmdd.</param>
    /// <returns>The day before; of what is never removed, that day that never comes.</returns>
    public static int LastDayBefore(int removal) => removal is 0 or Lots.LotTerm.Never
        ? removal
        : Micros.ToNumber(Micros.ToDate(removal).PlusDays(-1));

    /// <summary>Whether it counts at an instant.</summary>
    /// <param name="now">Microseconds since 1970.</param>
    /// <returns>False when its end has come.</returns>
    public bool CountsAt(long now) => Expires == 0 || now < Expires;
}
