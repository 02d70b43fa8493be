namespace Inventory.Putaway;

/// <summary>A rule that a bin has failed.</summary>
/// <param name="Bin">The bin's code.</param>
/// <param name="Rule">The rule's place in the list, from 0.</param>
/// <param name="Obstacle">Why the bin will not do.</param>
public sealed record PutawayFailure(string Bin, int Rule, PutawayObstacle Obstacle);
