using System.Text.Json;
using Inventory.References;

namespace Inventory.Policies;

/// <summary>Thresholds that hold at a place and everywhere in it.</summary>
/// <param name="Location">The place's number; 0 is everywhere.</param>
/// <param name="Set">The thresholds.</param>
public sealed record ThresholdRule(int Location, ThresholdSet Set)
{
    internal static void WriteAll(Utf8JsonWriter json, IReadOnlyList<ThresholdRule> rules) =>
        DetailsText.Write(json, "thresholds", rules, static (json, rule) =>
        {
            DetailsText.Write(json, "location", rule.Location);
            ThresholdSet.WriteFields(json, rule.Set);
        });

    internal static IReadOnlyList<ThresholdRule> ReadAll(JsonElement parent) =>
        DetailsText.List(parent, "thresholds", static rule =>
            new ThresholdRule(DetailsText.Small(rule, "location"), ThresholdSet.ReadFields(rule)));
}
