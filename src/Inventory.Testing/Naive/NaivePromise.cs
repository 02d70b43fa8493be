using System.Numerics;
using Inventory.Commands;

namespace Inventory.Testing.Naive;

/// <summary>What one line of a reservation has of one SKU in one pool.</summary>
internal sealed class NaivePromise
{
    public required CommandKey Key { get; init; }

    public required int Line { get; init; }

    public required NaiveSku Sku { get; init; }

    public required NaivePool Pool { get; init; }

    public required string? Holder { get; init; }

    public required int Priority { get; init; }

    /// <summary>The day on which the goods must still be good, as yyyymmdd; 0 is at once.</summary>
    public required int NeededBy { get; init; }

    public BigInteger Held { get; set; }

    /// <summary>When what is held is free again; null is never.</summary>
    public long? Expires { get; set; }

    public BigInteger Committed { get; set; }

    public BigInteger Backordered { get; set; }

    public BigInteger Fulfilled { get; set; }

    /// <summary>The goods that committed units are bound to, and whether they are picked.</summary>
    public Dictionary<(NaiveSpot Spot, bool IsPicked), BigInteger> Bound { get; private set; } = [];

    public BigInteger Allocated => Bound.Values.Aggregate(BigInteger.Zero, BigInteger.Add);

    public BigInteger Unbound => Committed - Allocated;

    public NaivePromise Copy()
    {
        var copy = (NaivePromise)MemberwiseClone();
        copy.Bound = new(Bound);
        return copy;
    }

    public void Become(NaivePromise other) => (Held, Expires, Committed, Backordered, Fulfilled, Bound) = (
        other.Held, other.Expires, other.Committed, other.Backordered, other.Fulfilled, new(other.Bound));

    public BigInteger HeldAt(long now) => Expires is null || now < Expires ? Held : 0;

    public BigInteger PromisedAt(long now) => HeldAt(now) + Committed;

    public BigInteger LeftAt(long now) => PromisedAt(now) + Backordered;
}
