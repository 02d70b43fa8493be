using Inventory.Commands;
using NodaTime;

namespace Inventory.Locations;

/// <summary>Stops movements into or out of a location and everything below it until it is unfrozen.</summary>
/// <remarks>
/// <para>
/// Stops every movement, reversals included, whenever it is effective, but not changes of status, which stay where
/// they are. Counts go on, but for a freeze because of an incident. What is there stays on hand and promised.
/// </para>
/// <para>
/// The owner of a freeze may send another, which replaces it. Refused with <c>NotFound.Location</c>,
/// <c>Invalid.Location</c> for a counterparty, <c>Invalid.Field</c> (owner, end), or <c>Conflict.Frozen</c> when
/// somebody else has frozen this very location.
/// </para>
/// </remarks>
public sealed record FreezeLocation : Command
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="location">The location's code.</param>
    /// <param name="owner">Who orders it, as refusals name it; at most 200 characters.</param>
    /// <param name="purpose">What it is for.</param>
    public FreezeLocation(
        CommandKey key, string location, string owner, FreezePurpose purpose = FreezePurpose.Count)
        : base(key)
    {
        Location = location;
        Owner = owner;
        Purpose = purpose;
    }

    /// <summary>The location's code.</summary>
    public string Location { get; init; }

    /// <summary>Who orders it.</summary>
    public string Owner { get; init; }

    /// <summary>What it is for.</summary>
    public FreezePurpose Purpose { get; init; }

    /// <summary>Which movements it stops.</summary>
    public FreezeDirection Direction { get; init; }

    /// <summary>When it is expected to end; null when nobody knows yet.</summary>
    public Instant? Until { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(60);
        writer.Text(Location);
        writer.Text(Owner);
        writer.Int((int)Purpose);
        writer.Int((int)Direction);
        writer.OptionalLong(Until?.ToUnixTimeTicks());
    }
}
