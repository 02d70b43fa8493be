namespace Inventory.Picking;

/// <summary>The order in which a strategy comes to candidates: total, so that no two spots are the same.</summary>
/// <remarks>Immutable and safe for use from several threads.</remarks>
public sealed class PickOrder : IComparer<PickCandidate>
{
    private readonly PickStrategy _strategy;

    private PickOrder(PickStrategy strategy) => _strategy = strategy;

    /// <summary>The order of a strategy.</summary>
    /// <param name="strategy">The strategy.</param>
    /// <returns>The order.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such strategy.</exception>
    public static PickOrder Of(PickStrategy strategy) => Enum.IsDefined(strategy)
        ? new PickOrder(strategy)
        : throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "There is no such strategy.");

    /// <inheritdoc/>
    public int Compare(PickCandidate x, PickCandidate y)
    {
        var first = _strategy switch
        {
            PickStrategy.Lifo => (y.Term.Received, y.Spot.Lot).CompareTo((x.Term.Received, x.Spot.Lot)),
            PickStrategy.Fefo => x.Term.Removal.CompareTo(y.Term.Removal),
            PickStrategy.Nearest => x.Walk.CompareTo(y.Walk),
            PickStrategy.FewestSplits => (y.Units, x.Term.Removal).CompareTo((x.Units, y.Term.Removal)),
            _ => 0,
        };
        return first != 0 ? first : Key(x).CompareTo(Key(y));
    }

    // Within one lot the way is short; the rest only makes the order total.
    private static (int, long, int, int, (int, int, int)) Key(PickCandidate at) => (
        at.Term.Received, at.Spot.Lot, at.Walk, at.Spot.Place,
        ((int)at.Spot.Status, at.Spot.Owner, at.Spot.Grade));
}
