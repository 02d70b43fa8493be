using NodaTime;

namespace Inventory.Samples.Quickstart.Stock;

/// <summary>How far the replay has come.</summary>
/// <param name="Done">Events that are durable.</param>
/// <param name="Total">Events of the year.</param>
/// <param name="At">The shop's own time of the latest.</param>
internal readonly record struct ReplayStep(int Done, int Total, Instant At);
