namespace Inventory.Ledger;

/// <summary>One leg of a reservation as it stands: the fold of its promise entries.</summary>
/// <remarks>
/// Quantities in steps of the base unit. What is held until an instant counts while now is before it: the row itself
/// does not change then.
/// </remarks>
/// <param name="Key">Its name.</param>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Position">The pool, owner and grade.</param>
/// <param name="Terms">What was agreed on.</param>
/// <param name="Held">Units held.</param>
/// <param name="Expires">When they are free again, in microseconds since 1970; 0 is never.</param>
/// <param name="Committed">Units committed to an order.</param>
/// <param name="Backordered">Units waited for.</param>
/// <param name="Fulfilled">Units that left with the goods.</param>
/// <param name="Allocated">Committed units that are bound to goods.</param>
public sealed record ReservationLeg(
    LegKey Key, int Sku, PositionKey Position, PromiseTerms Terms, long Held = 0, long Expires = 0, long Committed = 0,
    long Backordered = 0, long Fulfilled = 0, long Allocated = 0)
{
    /// <summary>Units held at an instant.</summary>
    /// <param name="now">Microseconds since 1970.</param>
    /// <returns>Steps of the base unit; 0 when their time is over.</returns>
    public long HeldAt(long now) => Expires == 0 || now < Expires ? Held : 0;

    /// <summary>Units promised at an instant.</summary>
    /// <param name="now">Microseconds since 1970.</param>
    /// <returns>Steps of the base unit.</returns>
    public long PromisedAt(long now) => HeldAt(now) + Committed;

    /// <summary>Committed units that are bound to no goods.</summary>
    public long Unbound => Committed - Allocated;

    /// <summary>The leg after one more fact of its own.</summary>
    /// <param name="promise">The fact.</param>
    /// <returns>The leg.</returns>
    public ReservationLeg After(PromiseEntry promise)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return this with
        {
            Held = Held + promise.Held,
            Expires = Held + promise.Held == 0 ? 0 : promise.Held > 0 ? promise.Expires : Expires,
            Committed = Committed + promise.Committed,
            Backordered = Backordered + promise.Backordered,
            Fulfilled = Fulfilled + promise.Fulfilled,
            Allocated = Allocated + promise.Allocated,
        };
    }

    /// <summary>The leg as a commit writes it.</summary>
    /// <param name="commit">The commit's number.</param>
    /// <returns>The leg; named after the commit when it is new.</returns>
    public ReservationLeg In(long commit) => Key.Commit == 0 ? this with { Key = Key with { Commit = commit } } : this;

    /// <summary>The leg that a fact makes, with what the fact says.</summary>
    /// <param name="promise">A fact with terms.</param>
    /// <returns>The leg.</returns>
    /// <exception cref="ArgumentException">The fact has no terms.</exception>
    public static ReservationLeg Of(PromiseEntry promise)
    {
        ArgumentNullException.ThrowIfNull(promise);
        return promise.Terms is { } terms
            ? new ReservationLeg(promise.Leg, promise.Sku, promise.Position, terms).After(promise)
            : throw new ArgumentException("The fact makes no reservation: it has no terms.", nameof(promise));
    }
}
