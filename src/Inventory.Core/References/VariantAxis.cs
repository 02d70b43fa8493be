using System.Text.Json;

namespace Inventory.References;

/// <summary>One thing that variants differ in.</summary>
/// <param name="Name">The axis, such as <c>size</c>; a code.</param>
/// <param name="Values">Its values in their order, such as <c>S</c>, <c>M</c>, <c>L</c>; codes.</param>
public sealed record VariantAxis(string Name, params IReadOnlyList<string> Values)
{
    internal static void WriteAll(Utf8JsonWriter json, IReadOnlyList<VariantAxis> axes) =>
        DetailsText.Write(json, "axes", axes, static (json, axis) =>
        {
            json.WriteString("name", axis.Name);
            json.WriteStartArray("values");
            foreach (var value in axis.Values)
            {
                json.WriteStringValue(value);
            }

            json.WriteEndArray();
        });

    internal static IReadOnlyList<VariantAxis> ReadAll(JsonElement parent) =>
        DetailsText.List(parent, "axes", static axis => new VariantAxis(
            DetailsText.Text(axis, "name"),
            [.. axis.GetProperty("values").EnumerateArray().Select(value => value.GetString()!)]));
}
