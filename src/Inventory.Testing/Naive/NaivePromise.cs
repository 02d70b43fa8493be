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

    public NaivePromise Copy() => (NaivePromise)MemberwiseClone();

    public BigInteger HeldAt(long now) => Expires is null || now < Expires ? Held : 0;

    public BigInteger PromisedAt(long now) => HeldAt(now) + Committed;

    public BigInteger LeftAt(long now) => PromisedAt(now) + Backordered;
}
