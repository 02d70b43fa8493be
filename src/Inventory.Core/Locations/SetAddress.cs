using Inventory.Commands;

namespace Inventory.Locations;

/// <summary>Says where a location is in the building and on the pick walk, or takes that back.</summary>
/// <remarks>
/// Refused with <c>NotFound.Location</c>, <c>Invalid.Location</c> for a counterparty, or <c>Invalid.Field</c>. A
/// sequence that another place of the zone has is no error: the pick walk, as it is read, shows which places share one.
/// </remarks>
public sealed record SetAddress : ChangeLocationDetails
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="location">The location's code.</param>
    /// <param name="address">Where it is; null is unknown.</param>
    public SetAddress(CommandKey key, string location, BinAddress? address)
        : base(key, location) => Address = address;

    /// <summary>Where it is; null is unknown.</summary>
    public BinAddress? Address { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(64);
        writer.Text(Location);
        WriteAddress(ref writer, Address);
    }

    internal static void WriteAddress(ref PayloadWriter writer, BinAddress? address)
    {
        writer.Flag(address is not null);
        writer.OptionalLong(address?.Walk);
        writer.OptionalLong(address?.XMillimetres);
        writer.OptionalLong(address?.YMillimetres);
        writer.OptionalLong(address?.ZMillimetres);
    }
}
