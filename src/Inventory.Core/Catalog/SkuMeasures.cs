using System.Text.Json;
using Inventory.References;

namespace Inventory.Catalog;

/// <summary>What one base unit of a SKU weighs, and how much room it takes.</summary>
/// <remarks>Immutable.</remarks>
/// <param name="Milligrams">The weight, 0 to <see cref="Most"/>; null is unknown.</param>
/// <param name="CubicMillimetres">The volume, 0 to <see cref="Most"/>; null is unknown.</param>
public sealed record SkuMeasures(long? Milligrams = null, long? CubicMillimetres = null)
{
    /// <summary>The largest measure: a million tonnes, or a million cubic metres.</summary>
    public const long Most = 1_000_000_000_000_000;

    internal bool IsSound => Milligrams is null or (>= 0 and <= Most) && CubicMillimetres is null or (>= 0 and <= Most);

    internal static void Write(Utf8JsonWriter json, SkuMeasures? measures)
    {
        if (measures is not null)
        {
            json.WriteStartObject("measures");
            DetailsText.WriteOptional(json, "milligrams", measures.Milligrams);
            DetailsText.WriteOptional(json, "cubicMillimetres", measures.CubicMillimetres);
            json.WriteEndObject();
        }
    }

    internal static SkuMeasures? Read(JsonElement parent) => !parent.TryGetProperty("measures", out var measures)
        ? null
        : new SkuMeasures(
            DetailsText.OptionalNumber(measures, "milligrams"),
            DetailsText.OptionalNumber(measures, "cubicMillimetres"));
}
