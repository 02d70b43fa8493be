using Inventory.Ledger;
using Inventory.Locations;

namespace Inventory.Valuation;

/// <summary>Specific identification: cost follows the lot or serial that moves. Each lot is costed by itself.</summary>
/// <remarks>
/// The state is the sum of the lots' states. The fold holds only lots that were loaded or have begun since; <see
/// cref="Covers"/> tells whether it holds those that lie ahead. Units without a lot are one lot of their own.
/// </remarks>
public sealed class SpecificFold : BookFold
{
    private readonly Func<int, Location> _location;
    private Dictionary<long, LotFold> _lots = [];
    private SortedSet<long> _changed = [];

    /// <summary>Continues a fold.</summary>
    /// <param name="state">Where it stands, all lots together.</param>
    /// <param name="location">Finds a location by its number.</param>
    public SpecificFold(BookState state, Func<int, Location> location)
        : base(state, location) => _location = location;

    /// <summary>Puts lots that the fold has not met yet into it.</summary>
    /// <param name="lots">Their numbers.</param>
    /// <param name="known">What the book knows of them; those that are missing here begin empty.</param>
    public void Put(IEnumerable<long> lots, IEnumerable<LotCost> known)
    {
        ArgumentNullException.ThrowIfNull(lots);
        ArgumentNullException.ThrowIfNull(known);
        foreach (var lot in known)
        {
            _lots.TryAdd(lot.Lot, new LotFold(lot.State, lot.TakenCost, _location));
        }

        foreach (var lot in lots)
        {
            Begin(lot);
        }
    }

    /// <summary>A lot that is new begins empty; one that the fold holds goes on.</summary>
    /// <param name="lot">The lot's number.</param>
    public void Begin(long lot) => _lots.TryAdd(lot, new LotFold(BookState.Empty, 0, _location));

    /// <summary>Whether the fold holds a lot.</summary>
    /// <param name="lot">The lot's number.</param>
    /// <returns>False when it must be loaded first.</returns>
    public bool Holds(long lot) => _lots.ContainsKey(lot);

    /// <summary>What the units left of a lot are worth.</summary>
    /// <param name="lot">The number of a lot that the fold holds.</param>
    /// <returns>Their value, at the cost scale.</returns>
    public long ValueOf(long lot) => _lots[lot].State.Value;

    /// <inheritdoc />
    public override bool Covers(BookReach reach)
    {
        ArgumentNullException.ThrowIfNull(reach);
        return reach.Lots.All(Holds);
    }

    /// <summary>The lots that changed since the fold began or was last marked as stored.</summary>
    /// <param name="book">The book's number.</param>
    /// <param name="sku">The SKU's number.</param>
    /// <param name="start">Where the fold stands.</param>
    /// <returns>What the book knows of them, by number.</returns>
    public IReadOnlyList<LotCost> Changed(int book, int sku, EntryKey start) =>
        [.. _changed.Select(lot => new LotCost(book, sku, lot, start, _lots[lot].State, _lots[lot].TakenCost))];

    /// <summary>Forgets what has changed, because it has been stored.</summary>
    public void MarkStored() => _changed.Clear();

    internal override BookFold Clone()
    {
        var clone = (SpecificFold)MemberwiseClone();
        clone._lots = _lots.ToDictionary(pair => pair.Key, pair => (LotFold)pair.Value.Clone());
        clone._changed = [.. _changed];
        return clone;
    }

    private protected override long Cross(Entry entry, int direction, long? original)
    {
        var number = direction > 0 ? entry.To.Lot : entry.From.Lot;
        if (!_lots.TryGetValue(number, out var lot))
        {
            throw new InvalidOperationException("The lot has not been loaded: ask Covers first.");
        }

        var before = lot.State;
        var cost = lot.Fold(entry, direction, original) ?? 0;
        var after = lot.State;
        State = State with
        {
            QuantityIn = State.QuantityIn + after.QuantityIn - before.QuantityIn,
            ValueIn = State.ValueIn + after.ValueIn - before.ValueIn,
            QuantityOut = State.QuantityOut + after.QuantityOut - before.QuantityOut,
            CostOut = State.CostOut + after.CostOut - before.CostOut,
            ShortQuantity = State.ShortQuantity + after.ShortQuantity - before.ShortQuantity,
            ShortCost = State.ShortCost + after.ShortCost - before.ShortCost,
            LastQuantity = direction > 0 ? after.LastQuantity : State.LastQuantity,
            LastValue = direction > 0 ? after.LastValue : State.LastValue,
        };
        _changed.Add(number);
        return cost;
    }
}
