using NodaTime;

namespace Inventory;

/// <summary>A pool that an order may be shipped from, as it is for this customer.</summary>
/// <param name="Pool">The code of the pool or of a place in it.</param>
public sealed record SourcingSite(string Pool)
{
    /// <summary>The largest distance and the largest cost of a parcel.</summary>
    public const long AmountMax = 1_000_000_000_000;

    /// <summary>Sites of a lower number come first; 0 by default.</summary>
    public int Priority { get; init; }

    /// <summary>How far it is from the customer, in a unit of your own; 0 to <see cref="AmountMax"/>.</summary>
    public long Distance { get; init; }

    /// <summary>
    /// What a parcel from there costs, in a unit of your own such as cents; 0 to <see cref="AmountMax"/>.
    /// </summary>
    public long ParcelCost { get; init; }

    /// <summary>The last instant at which it takes an order; null is at any time.</summary>
    public Instant? CutOff { get; init; }
}
