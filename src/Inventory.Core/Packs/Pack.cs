using System.Text.Json;
using Inventory.References;

namespace Inventory.Packs;

/// <summary>A pack that a SKU is handled in: a unit of its own with what is in it.</summary>
/// <remarks>
/// Quantities of the SKU may be given in the pack's unit, and identifiers may stand for it. What a unit contains never
/// changes once the SKU has moved: another content is another version, with a unit of its own. Immutable.
/// </remarks>
/// <param name="Unit">The pack's unit code, such as <c>case</c>.</param>
/// <param name="Level">How far out it is.</param>
/// <param name="Count">How many of what it contains; positive.</param>
/// <param name="Contains">The unit of what it contains: the base unit, or a pack of a lower level.</param>
public sealed record Pack(string Unit, PackLevel Level, long Count, string Contains)
{
    /// <summary>The version of the packs of this level, from 1; no two packs of a level share one.</summary>
    public int Version { get; init; } = 1;

    /// <summary>The weight of a full one in grams; null is unknown.</summary>
    public long? WeightGrams { get; init; }

    /// <summary>The length in millimetres; null is unknown.</summary>
    public long? LengthMillimetres { get; init; }

    /// <summary>The width in millimetres; null is unknown.</summary>
    public long? WidthMillimetres { get; init; }

    /// <summary>The height in millimetres; null is unknown.</summary>
    public long? HeightMillimetres { get; init; }

    internal static void Write(Utf8JsonWriter json, Pack pack)
    {
        json.WriteString("unit", pack.Unit);
        json.WriteNumber("level", (int)pack.Level);
        json.WriteNumber("count", pack.Count);
        json.WriteString("contains", pack.Contains);
        json.WriteNumber("version", pack.Version);
        DetailsText.Write(json, "weightGrams", pack.WeightGrams ?? 0);
        DetailsText.Write(json, "lengthMillimetres", pack.LengthMillimetres ?? 0);
        DetailsText.Write(json, "widthMillimetres", pack.WidthMillimetres ?? 0);
        DetailsText.Write(json, "heightMillimetres", pack.HeightMillimetres ?? 0);
    }

    internal static Pack Read(JsonElement json) => new(
        DetailsText.Text(json, "unit"), (PackLevel)json.GetProperty("level").GetInt32(),
        json.GetProperty("count").GetInt64(), DetailsText.Text(json, "contains"))
    {
        Version = json.GetProperty("version").GetInt32(),
        WeightGrams = Measure(json, "weightGrams"),
        LengthMillimetres = Measure(json, "lengthMillimetres"),
        WidthMillimetres = Measure(json, "widthMillimetres"),
        HeightMillimetres = Measure(json, "heightMillimetres"),
    };

    private static long? Measure(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) ? value.GetInt64() : null;
}
