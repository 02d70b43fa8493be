using System.Text.Json;

namespace Inventory.Kits;

/// <summary>What one base unit of a kit takes of another SKU.</summary>
/// <param name="Sku">The component's number.</param>
/// <param name="Steps">How much, in whole steps of the component's base unit; positive.</param>
public sealed record KitComponent(int Sku, long Steps)
{
    internal static void Write(Utf8JsonWriter json, KitComponent component)
    {
        json.WriteNumber("sku", component.Sku);
        json.WriteNumber("steps", component.Steps);
    }

    internal static KitComponent Read(JsonElement json) =>
        new(json.GetProperty("sku").GetInt32(), json.GetProperty("steps").GetInt64());
}
