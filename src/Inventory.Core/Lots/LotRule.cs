using System.Text.Json;
using Inventory.Catalog;
using Inventory.Movements;
using Inventory.References;

namespace Inventory.Lots;

/// <summary>Whether movements of a kind name a lot of the SKU.</summary>
/// <param name="Use">Whether they do.</param>
/// <param name="Kind">The kind; null for all that have no rule of their own.</param>
public sealed record LotRule(LotUse Use, MovementKind? Kind = null)
{
    /// <summary>
    /// What holds for a SKU: without a rule, lots and serials are required exactly where it is tracked.
    /// </summary>
    internal static LotUse UseOf(Sku sku, MovementKind kind)
    {
        if (sku.Tracking == Tracking.None)
        {
            return LotUse.Forbidden;
        }

        var use = LotUse.Required;
        foreach (var rule in sku.Details.LotRules)
        {
            if (rule.Kind == kind)
            {
                return rule.Use;
            }

            use = rule.Kind is null ? rule.Use : use;
        }

        return use;
    }

    internal static void Write(Utf8JsonWriter json, LotRule rule)
    {
        DetailsText.Write(json, "use", (int)rule.Use);
        DetailsText.WriteOptional(json, "kind", (int?)rule.Kind);
    }

    internal static LotRule Read(JsonElement rule) => new(
        (LotUse)DetailsText.Small(rule, "use"), (MovementKind?)DetailsText.OptionalSmall(rule, "kind"));
}
