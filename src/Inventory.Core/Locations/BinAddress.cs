using System.Text.Json;
using Inventory.References;

namespace Inventory.Locations;

/// <summary>Where a place is in the building, and when the pick walk comes to it.</summary>
/// <remarks>
/// The walk goes from zone to zone, by the zones' own sequences, and in a zone from place to place, whatever aisles
/// and racks lie between. Places of one sequence in one zone are a slip that stops nothing: they are walked in the
/// order in which they were defined. Immutable.
/// </remarks>
public sealed record BinAddress
{
    /// <summary>The largest sequence, and the farthest a coordinate may be from the origin.</summary>
    public const int Farthest = 1_000_000_000;

    /// <summary>The sequence on the pick walk, from 1; null where the walk does not come to the place.</summary>
    public int? Walk { get; init; }

    /// <summary>How far along the building, in millimetres from an origin of yours; null is unknown.</summary>
    public int? XMillimetres { get; init; }

    /// <summary>How far across the building, in millimetres; null is unknown.</summary>
    public int? YMillimetres { get; init; }

    /// <summary>How far up, in millimetres; null is unknown.</summary>
    public int? ZMillimetres { get; init; }

    internal bool IsSound => Walk is null or (>= 1 and <= Farthest)
        && IsNear(XMillimetres) && IsNear(YMillimetres) && IsNear(ZMillimetres);

    internal static void Write(Utf8JsonWriter json, BinAddress? address)
    {
        if (address is not null)
        {
            json.WriteStartObject("address");
            DetailsText.WriteOptional(json, "walk", address.Walk);
            DetailsText.WriteOptional(json, "xMillimetres", address.XMillimetres);
            DetailsText.WriteOptional(json, "yMillimetres", address.YMillimetres);
            DetailsText.WriteOptional(json, "zMillimetres", address.ZMillimetres);
            json.WriteEndObject();
        }
    }

    internal static BinAddress? Read(JsonElement parent) => !parent.TryGetProperty("address", out var address) ? null
        : new BinAddress
        {
            Walk = DetailsText.OptionalSmall(address, "walk"),
            XMillimetres = DetailsText.OptionalSmall(address, "xMillimetres"),
            YMillimetres = DetailsText.OptionalSmall(address, "yMillimetres"),
            ZMillimetres = DetailsText.OptionalSmall(address, "zMillimetres"),
        };

    private static bool IsNear(int? coordinate) => coordinate is null or (>= -Farthest and <= Farthest);
}
