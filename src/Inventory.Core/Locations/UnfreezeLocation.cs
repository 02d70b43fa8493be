using Inventory.Commands;

namespace Inventory.Locations;

/// <summary>Lifts the freeze of a location. What a location above it is frozen for goes on.</summary>
/// <remarks>Refused with <c>NotFound.Location</c>, or <c>Conflict.NotFrozen</c> when it is not frozen itself.</remarks>
public sealed record UnfreezeLocation : Command
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="location">The location's code.</param>
    public UnfreezeLocation(CommandKey key, string location)
        : base(key) => Location = location;

    /// <summary>The location's code.</summary>
    public string Location { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(61);
        writer.Text(Location);
    }
}
