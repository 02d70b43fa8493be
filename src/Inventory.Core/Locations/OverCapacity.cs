namespace Inventory.Locations;

/// <summary>A bin that holds more than it should, after a movement that was let through all the same.</summary>
/// <param name="Location">The bin's code.</param>
/// <param name="Measure">What is too much.</param>
/// <param name="Limit">How much there should be at most.</param>
/// <param name="Used">How much there is now.</param>
public sealed record OverCapacity(string Location, CapacityMeasure Measure, long Limit, long Used);
