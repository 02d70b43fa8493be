using NodaTime;

namespace Inventory.Locations;

/// <summary>Why nothing moves at a location, and whom to ask.</summary>
/// <remarks>It lasts until it is lifted; the expected end is a promise to people and lifts nothing.</remarks>
/// <param name="Direction">Which movements it stops.</param>
/// <param name="Purpose">What it is for.</param>
/// <param name="Owner">Who has ordered it.</param>
/// <param name="Until">When it is expected to end; null when nobody knows yet.</param>
public sealed record Freeze(FreezeDirection Direction, FreezePurpose Purpose, string Owner, Instant? Until)
{
    internal bool Stops(FreezeDirection way) => Direction == way || Direction == FreezeDirection.Both;
}
