using Inventory.Locations;

namespace Inventory.Picking;

/// <summary>A place that the pick walk comes to.</summary>
/// <param name="Place">The place; its address has its sequence.</param>
/// <param name="Zone">The zone that it lies in; null for none.</param>
/// <param name="IsShared">
/// Whether another place of the zone has the same sequence: the one defined first is walked first, until one of them
/// is given another.
/// </param>
public sealed record WalkStop(Location Place, Location? Zone, bool IsShared);
