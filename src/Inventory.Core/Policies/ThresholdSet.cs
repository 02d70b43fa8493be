using System.Text.Json;
using Inventory.References;

namespace Inventory.Policies;

/// <summary>When to order and to count, as far as somebody has said: what is null is inherited.</summary>
/// <remarks>
/// Amounts are in each SKU's base unit, 0 to 1,000,000,000,000 with at most nine decimals. Immutable.
/// </remarks>
public sealed record ThresholdSet
{
    /// <summary>A set that says nothing.</summary>
    public static ThresholdSet Empty { get; } = new();

    /// <summary>Order when what is available falls to this; null inherits.</summary>
    public decimal? ReorderPoint { get; init; }

    /// <summary>What is kept against the unforeseen; null inherits.</summary>
    public decimal? SafetyStock { get; init; }

    /// <summary>The least there should be; null inherits.</summary>
    public decimal? Minimum { get; init; }

    /// <summary>The most there should be, at least the minimum and the reorder point; null inherits.</summary>
    public decimal? Maximum { get; init; }

    /// <summary>Days from order to receipt, 0 to 36,500; null inherits.</summary>
    public int? LeadTimeDays { get; init; }

    /// <summary>Count at least once in this many days, 1 to 36,500; null inherits.</summary>
    public int? CountEveryDays { get; init; }

    internal string Text => DetailsText.Write(this, WriteFields);

    internal static void WriteFields(Utf8JsonWriter json, ThresholdSet set)
    {
        DetailsText.Write(json, "reorderPoint", set.ReorderPoint);
        DetailsText.Write(json, "safetyStock", set.SafetyStock);
        DetailsText.Write(json, "minimum", set.Minimum);
        DetailsText.Write(json, "maximum", set.Maximum);
        DetailsText.Write(json, "leadTimeDays", set.LeadTimeDays ?? -1, none: -1);
        DetailsText.Write(json, "countEveryDays", set.CountEveryDays ?? -1, none: -1);
    }

    internal static ThresholdSet ReadFields(JsonElement set) => new()
    {
        ReorderPoint = DetailsText.Amount(set, "reorderPoint"),
        SafetyStock = DetailsText.Amount(set, "safetyStock"),
        Minimum = DetailsText.Amount(set, "minimum"),
        Maximum = DetailsText.Amount(set, "maximum"),
        LeadTimeDays = DetailsText.OptionalSmall(set, "leadTimeDays"),
        CountEveryDays = DetailsText.OptionalSmall(set, "countEveryDays"),
    };
}
