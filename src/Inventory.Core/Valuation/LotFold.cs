using Inventory.Ledger;
using Inventory.Locations;

namespace Inventory.Valuation;

/// <summary>One lot of a specific book: what came in under its number is one mixture.</summary>
/// <remarks>
/// Between two receipts the mixture is a curve: the units [a, b) of it cost round(C(b)) - round(C(a)), so what a lot
/// costs does not depend on the parts it is sold in. A receipt mixes with what is left, and a new curve begins.
/// </remarks>
internal sealed class LotFold : PooledFold
{
    public LotFold(BookState state, long takenCost, Func<int, Location> location)
        : base(state, location) => TakenCost = takenCost;

    /// <summary>What the units taken since the last mixing cost.</summary>
    public long TakenCost { get; private set; }

    internal override BookFold Clone() => (LotFold)MemberwiseClone();

    private protected override void Enter(Entry entry, long quantity, long value) => Begin();

    private protected override long Leave(Entry entry, long quantity)
    {
        if (entry is { Reverses: not 0, Cost: { } original } && quantity < State.Quantity)
        {
            Begin();
            return Math.Min(original, State.Value);
        }

        var taken = State.FrontTaken + quantity;
        var cost = Split.Prefix(State.Value + TakenCost, taken, State.Quantity + State.FrontTaken) - TakenCost;
        State = State with { FrontTaken = taken };
        TakenCost += cost;
        return cost;
    }

    private void Begin()
    {
        State = State with { FrontTaken = 0 };
        TakenCost = 0;
    }
}
