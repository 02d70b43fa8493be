using Inventory.Commands;

namespace Inventory.Locations;

/// <summary>Adds a location.</summary>
/// <remarks>
/// Refused with <c>Invalid.Code</c>, <c>Invalid.Field</c> (time zone, limit, address), <c>Invalid.Tree</c>,
/// <c>NotFound.Location</c> or <c>Conflict.DuplicateCode</c>. Pool and time zone cannot change afterwards.
/// </remarks>
public sealed record DefineLocation : Command
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="code">The location's code.</param>
    /// <param name="kind">What the location is.</param>
    /// <param name="parent">The code of the location it lies in; null at the top.</param>
    public DefineLocation(CommandKey key, string code, LocationKind kind, string? parent = null)
        : base(key)
    {
        Code = code;
        Kind = kind;
        Parent = parent;
    }

    /// <summary>The location's code.</summary>
    public string Code { get; init; }

    /// <summary>What the location is.</summary>
    public LocationKind Kind { get; init; }

    /// <summary>The code of the location it lies in; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>The name; at most 400 characters.</summary>
    public string Name { get; init; } = string.Empty;

    /// <summary>
    /// Whether stock may lie here; null takes the kind's habit: bins, sites and transit do, others do not.
    /// </summary>
    public bool? HoldsStock { get; init; }

    /// <summary>Whether promises are made from this location's stock instead of from the site's.</summary>
    public bool IsPool { get; init; }

    /// <summary>The IANA time zone; null takes the parent's, UTC at the top.</summary>
    public string? TimeZone { get; init; }

    /// <summary>How far stock may fall below zero here.</summary>
    public NegativeStock Negative { get; init; }

    /// <summary>The limit for <see cref="NegativeStock.AllowToLimit"/>, in steps of the base unit.</summary>
    public long NegativeLimit { get; init; }

    /// <summary>Where it is in the building and on the pick walk; null is unknown.</summary>
    public BinAddress? Address { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(4);
        writer.Text(Code);
        writer.Int((int)Kind);
        writer.Text(Parent);
        writer.Text(Name);
        writer.Int(HoldsStock is { } holds ? holds ? 1 : 0 : -1);
        writer.Flag(IsPool);
        writer.Text(TimeZone);
        writer.Int((int)Negative);
        writer.Long(NegativeLimit);
        SetAddress.WriteAddress(ref writer, Address);
    }
}
