using System.Text.Json;
using Inventory.References;

namespace Inventory.Variants;

/// <summary>Which combination of a template's values a SKU is.</summary>
/// <param name="Template">The template's number.</param>
/// <param name="Values">One value per axis, in the order of the axes when it was set.</param>
public sealed record Variant(int Template, IReadOnlyList<VariantValue> Values)
{
    internal void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("variant");
        json.WriteNumber("template", Template);
        DetailsText.Write(json, "values", Values, static (json, value) =>
        {
            json.WriteString("axis", value.Axis);
            json.WriteString("value", value.Value);
        });
        json.WriteEndObject();
    }

    internal static Variant? Read(JsonElement parent) => parent.TryGetProperty("variant", out var json)
        ? new Variant(
            json.GetProperty("template").GetInt32(),
            DetailsText.List(json, "values", static value =>
                new VariantValue(DetailsText.Text(value, "axis"), DetailsText.Text(value, "value"))))
        : null;
}
