namespace Inventory.Sourcing;

/// <summary>A site that an order may be shipped from.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Units">What it can give of each line of the order; nothing where it is not positive.</param>
public sealed record SourceSite(IReadOnlyList<long> Units)
{
    /// <summary>The <see cref="CutOff"/> of a site that ships at any time.</summary>
    public const long NoCutOff = long.MaxValue;

    /// <summary>Sites of a lower number come first.</summary>
    public int Priority { get; init; }

    /// <summary>How far it is from the customer, in any unit, 0 or more.</summary>
    public long Distance { get; init; }

    /// <summary>What a parcel from there costs, in any unit, 0 or more.</summary>
    public long ParcelCost { get; init; }

    /// <summary>The last instant at which it takes an order, in microseconds since 1970.</summary>
    public long CutOff { get; init; } = NoCutOff;
}
