using System.Text.Json;
using Inventory.References;

namespace Inventory.Policies;

/// <summary>
/// How a SKU is sold, as far as somebody has said: what is null is inherited (see <see cref="EffectiveSelling"/>).
/// </summary>
/// <remarks>
/// Amounts are in each SKU's base unit. At most <see cref="AmountMax"/>, with at most nine decimals. Immutable.
/// </remarks>
public sealed record SellingRule
{
    /// <summary>The largest amount of a rule.</summary>
    public const decimal AmountMax = 1_000_000_000_000m;

    /// <summary>A rule that says nothing.</summary>
    public static SellingRule Empty { get; } = new();

    /// <summary>The share of what is available that is hidden, 0 to 1, exact; null inherits.</summary>
    public decimal? BufferShare { get; init; }

    /// <summary>The amount that is hidden beside the share, 0 or more; null inherits.</summary>
    public decimal? BufferUnits { get; init; }

    /// <summary>How far promises may exceed what is available, 0 or more; null inherits.</summary>
    public decimal? OversellLimit { get; init; }

    /// <summary>The smallest amount of an order, 0 or more; null inherits.</summary>
    public decimal? OrderMinimum { get; init; }

    /// <summary>The largest amount of an order, more than 0; null inherits.</summary>
    public decimal? OrderMaximum { get; init; }

    /// <summary>What an order grows by above its minimum, more than 0; null inherits.</summary>
    public decimal? OrderIncrement { get; init; }

    /// <summary>
    /// The most one customer may have of it, over all that its holder holds, has ordered and was shipped, 0 or more;
    /// null inherits.
    /// </summary>
    public decimal? CustomerLimit { get; init; }

    /// <summary>Whether an order may wait for what is not there; null inherits.</summary>
    public bool? Backorders { get; init; }

    internal string Text => DetailsText.Write(this, WriteFields);

    internal static void Write(Utf8JsonWriter json, SellingRule rule)
    {
        if (rule != Empty)
        {
            json.WriteStartObject("selling");
            WriteFields(json, rule);
            json.WriteEndObject();
        }
    }

    internal static SellingRule Read(JsonElement parent) =>
        parent.TryGetProperty("selling", out var rule) ? ReadFields(rule) : Empty;

    internal static void WriteFields(Utf8JsonWriter json, SellingRule rule)
    {
        DetailsText.Write(json, "bufferShare", rule.BufferShare);
        DetailsText.Write(json, "bufferUnits", rule.BufferUnits);
        DetailsText.Write(json, "oversellLimit", rule.OversellLimit);
        DetailsText.Write(json, "orderMinimum", rule.OrderMinimum);
        DetailsText.Write(json, "orderMaximum", rule.OrderMaximum);
        DetailsText.Write(json, "orderIncrement", rule.OrderIncrement);
        DetailsText.Write(json, "customerLimit", rule.CustomerLimit);
        DetailsText.Write(json, "backorders", rule.Backorders);
    }

    internal static SellingRule ReadFields(JsonElement rule) => new()
    {
        BufferShare = DetailsText.Amount(rule, "bufferShare"),
        BufferUnits = DetailsText.Amount(rule, "bufferUnits"),
        OversellLimit = DetailsText.Amount(rule, "oversellLimit"),
        OrderMinimum = DetailsText.Amount(rule, "orderMinimum"),
        OrderMaximum = DetailsText.Amount(rule, "orderMaximum"),
        OrderIncrement = DetailsText.Amount(rule, "orderIncrement"),
        CustomerLimit = DetailsText.Amount(rule, "customerLimit"),
        Backorders = DetailsText.OptionalFlag(rule, "backorders"),
    };
}
