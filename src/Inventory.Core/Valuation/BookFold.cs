using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Valuation;

/// <summary>
/// One book's fold over one SKU's entries in effective order. Costing never refuses and never decides.
/// </summary>
/// <remarks>
/// Mutable; not safe for use from several threads. Moves between own places change no value.
/// </remarks>
public abstract class BookFold
{
    private readonly Func<int, Location> _location;

    private protected BookFold(BookState state, Func<int, Location> location)
    {
        State = state;
        _location = location;
    }

    /// <summary>Where the fold stands.</summary>
    public BookState State { get; private protected set; }

    /// <summary>Whether value crosses the border of own stock, and which way.</summary>
    /// <param name="entry">The entry.</param>
    /// <returns>1 when goods come in, -1 when they go out, 0 when they move inside or outside.</returns>
    public int Direction(Entry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return MovementRules.Direction(entry, _location(entry.From.Place), _location(entry.To.Place));
    }

    /// <summary>Folds the next entry.</summary>
    /// <param name="entry">The entry, after all folded before.</param>
    /// <param name="original">
    /// For a reversal of something that went out: what those units had cost in this book. Ignored otherwise.
    /// </param>
    /// <returns>What came in or went out cost, or null when no value crossed the border of own stock.</returns>
    public long? Fold(Entry entry, long? original = null) => Fold(entry, Direction(entry), original);

    /// <summary>Folds the next entry, of which the caller knows which way it goes.</summary>
    /// <param name="entry">The entry, after all folded before.</param>
    /// <param name="direction">What <see cref="Direction"/> says, or a stock whose places are newer.</param>
    /// <param name="original">
    /// For a reversal of something that went out: what those units had cost in this book. Ignored otherwise.
    /// </param>
    /// <returns>What came in or went out cost, or null when no value crossed the border of own stock.</returns>
    public long? Fold(Entry entry, int direction, long? original)
    {
        ArgumentNullException.ThrowIfNull(entry);

        // A count that found the book right moves nothing, and is no receipt whose cost could be the last one.
        return entry.Quantity == 0 || direction == 0 ? null : Cross(entry, direction, original);
    }

    /// <summary>Whether enough has been loaded to fold what lies ahead.</summary>
    /// <param name="reach">What lies ahead.</param>
    /// <returns>False when the fold must be opened again with more.</returns>
    public virtual bool Covers(BookReach reach) => true;

    /// <summary>A fold that stands where this one does and goes its own way.</summary>
    internal abstract BookFold Clone();

    private protected abstract long Cross(Entry entry, int direction, long? original);
}
