using Inventory.Ledger;
using Inventory.Locations;

namespace Inventory.Valuation;

/// <summary>A fold in which every unit may stand for every other: what goes out is costed out of one stock.</summary>
/// <remarks>
/// Goods that come in without a stated cost take the running unit cost. What goes out beyond what is there takes the
/// last receipt's unit cost, provisionally, and the next receipts settle it.
/// </remarks>
public abstract class PooledFold : BookFold
{
    private protected PooledFold(BookState state, Func<int, Location> location)
        : base(state, location)
    {
    }

    private protected sealed override long Cross(Entry entry, int direction, long? original)
    {
        if (direction < 0)
        {
            return Issue(entry);
        }

        var value = (entry.Reverses != 0 ? original : null) ?? entry.Cost ?? RunningCost(entry.Quantity);
        Receive(entry, value);
        return value;
    }

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
