using Inventory.Ledger;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Valuation;

/// <summary>
/// One book's fold over one SKU's entries in effective order. Costing never refuses and never decides.
/// </summary>
/// <remarks>
/// Mutable; not safe for use from several threads. Moves between own places change no value. Goods that come in
/// without a stated cost take the book's running unit cost. What goes out beyond what is there takes the last
/// receipt's unit cost, provisionally, and the next receipts settle it.
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
        return MovementRules.Direction(_location(entry.From.Place), _location(entry.To.Place));
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
        switch (entry.Quantity == 0 ? 0 : direction)
        {
            case 0:
                return null;
            case > 0:
                var value = (entry.Reverses != 0 ? original : null) ?? entry.Cost ?? RunningCost(entry.Quantity);
                Receive(entry, value);
                return value;
            default:
                return Issue(entry);
        }
    }

    /// <summary>A fold that stands where this one does and goes its own way.</summary>
    internal abstract BookFold Clone();

    private protected abstract void Enter(Entry entry, long quantity, long value);

    private protected abstract long Leave(Entry entry, long quantity);

    private void Receive(Entry entry, long value)
    {
        // Units that are still owed were sold at a provisional cost: what covers them replaces it.
        var covers = Math.Min(entry.Quantity, State.ShortQuantity);
        var coverValue = Split.Prefix(value, covers, entry.Quantity);
        var settled = covers == 0 ? 0 : Split.Prefix(State.ShortCost, covers, State.ShortQuantity);
        State = State with
        {
            QuantityIn = State.QuantityIn + entry.Quantity,
            ValueIn = State.ValueIn + value,
            CostOut = State.CostOut + coverValue - settled,
            ShortQuantity = State.ShortQuantity - covers,
            ShortCost = State.ShortCost - settled,
            LastQuantity = entry.Quantity,
            LastValue = value,
        };
        Enter(entry, entry.Quantity - covers, value - coverValue);
    }

    private long Issue(Entry entry)
    {
        var covered = Math.Min(entry.Quantity, Math.Max(0, State.Quantity));
        var cost = covered == 0 ? 0 : Leave(entry, covered);
        var shortBy = entry.Quantity - covered;
        var provisional = shortBy == 0 || State.LastQuantity == 0 ? 0 : Split
            .Prefix(State.LastValue, shortBy, State.LastQuantity);
        State = State with
        {
            QuantityOut = State.QuantityOut + entry.Quantity,
            CostOut = State.CostOut + cost + provisional,
            ShortQuantity = State.ShortQuantity + shortBy,
            ShortCost = State.ShortCost + provisional,
        };
        return cost + provisional;
    }

    private long RunningCost(long quantity) => State switch
    {
        { Quantity: > 0 } => Split.Prefix(State.Value, quantity, State.Quantity),
        { LastQuantity: > 0 } => Split.Prefix(State.LastValue, quantity, State.LastQuantity),
        _ => 0,
    };
}
