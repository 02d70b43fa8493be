using Inventory.Locations;

namespace Inventory;

/// <summary>How much of a bin's room is taken, in one measure.</summary>
/// <param name="Measure">The measure.</param>
/// <param name="Used">How much is taken; goods that it is not known of take none.</param>
/// <param name="Limit">How much there is room for; null is without a limit.</param>
public sealed record RoomUse(CapacityMeasure Measure, long Used, long? Limit)
{
    /// <summary>How much is free, zero or more; null is without a limit.</summary>
    public long? Free => Limit is { } limit ? Math.Max(0, limit - Used) : null;
}
