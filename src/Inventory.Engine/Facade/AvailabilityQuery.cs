using NodaTime;

namespace Inventory;

/// <summary>What is asked about availability: many SKUs and pools in one call.</summary>
/// <param name="Skus">SKU codes; unknown ones are left out of the answer.</param>
public sealed record AvailabilityQuery(IReadOnlyList<string> Skus)
{
    /// <summary>Codes of pools or of places in them; null is every pool that ever had the SKU.</summary>
    public IReadOnlyList<string>? Pools { get; init; }

    /// <summary>Who asks: what this holder holds is available to it. Null is nobody in particular.</summary>
    public string? Holder { get; init; }

    /// <summary>
    /// The day on which the goods must still be good, such as that of delivery; null, or a day that has passed, is
    /// today.
    /// </summary>
    public LocalDate? NeededBy { get; init; }

    /// <summary>
    /// The code of the sales channel that asks: its rules hide a part and may allow to oversell. Null, or one that is
    /// unknown, is none in particular.
    /// </summary>
    public string? Channel { get; init; }
}
