using Inventory.Ledger;
using Inventory.Locations;

namespace Inventory.Valuation;

/// <summary>The moving average: one pool of quantity and value per SKU.</summary>
/// <remarks>
/// An issue of q out of Q costs V x q / Q, rounded half to even at the ledger's cost scale, and all of V when q = Q,
/// so value is zero whenever quantity is. The reversal of a receipt takes out what the receipt brought, as far as
/// there is value.
/// </remarks>
public sealed class AverageFold : PooledFold
{
    /// <summary>Continues a fold.</summary>
    /// <param name="state">Where it stands.</param>
    /// <param name="location">Finds a location by its number.</param>
    public AverageFold(BookState state, Func<int, Location> location)
        : base(state, location)
    {
    }

    internal override BookFold Clone() => (AverageFold)MemberwiseClone();

    private protected override void Enter(Entry entry, long quantity, long value)
    {
        // The pool is the state itself.
    }

    private protected override long Leave(Entry entry, long quantity)
    {
        if (quantity == State.Quantity)
        {
            return State.Value;
        }

        return entry is { Reverses: not 0, Cost: { } original }
            ? Math.Min(original, State.Value)
            : Split.Prefix(State.Value, quantity, State.Quantity);
    }
}
