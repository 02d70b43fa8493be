using System.Text.Json;
using Inventory.Kits;
using Inventory.Lots;
using Inventory.Packs;
using Inventory.Policies;
using Inventory.References;
using Inventory.Substitutes;
using Inventory.Variants;

namespace Inventory.Catalog;

/// <summary>What most SKUs do not have: components, packs, substitutes, rules of their own.</summary>
/// <remarks>Immutable. A SKU without any of it shares <see cref="None"/> and costs nothing more.</remarks>
public sealed record SkuDetails
{
    /// <summary>Nothing of it.</summary>
    public static SkuDetails None { get; } = new();

    /// <summary>The number of the SKU's category; 0 is none.</summary>
    public int Category { get; init; }

    /// <summary>Which variant of a template the SKU is; null for none.</summary>
    public Variant? Variant { get; init; }

    /// <summary>What the SKU is put together from; none unless it is a kit.</summary>
    public IReadOnlyList<KitComponent> Components { get; init; } = [];

    /// <summary>The packs it is handled in, inner to outer.</summary>
    public IReadOnlyList<Pack> Packs { get; init; } = [];

    /// <summary>What may be sold instead, best first.</summary>
    public IReadOnlyList<Substitute> Substitutes { get; init; } = [];

    /// <summary>How it is sold, in a channel or in all.</summary>
    public IReadOnlyList<ChannelRule> Selling { get; init; } = [];

    /// <summary>When to order and count it, at a place or everywhere.</summary>
    public IReadOnlyList<ThresholdRule> Thresholds { get; init; } = [];

    /// <summary>How long its units keep; null is for ever.</summary>
    public ShelfLife? ShelfLife { get; init; }

    /// <summary>What one base unit weighs, and how much room it takes; null is unknown.</summary>
    public SkuMeasures? Measures { get; init; }

    /// <summary>Which movements name a lot of it, where not all do.</summary>
    public IReadOnlyList<LotRule> LotRules { get; init; } = [];

    /// <summary>The details as one canonical JSON object; empty when there are none.</summary>
    public string Text => ReferenceEquals(this, None) ? string.Empty : DetailsText.Write(this, Write);

    /// <summary>Reads details from what a store keeps of them.</summary>
    /// <param name="text">The <see cref="Text"/> of details.</param>
    /// <returns>The details; <see cref="None"/> itself for an empty text.</returns>
    /// <exception cref="FormatException">The text is not what this library writes.</exception>
    public static SkuDetails Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length == 0)
        {
            return None;
        }

        using var json = DetailsText.Parse(text);
        var root = json.RootElement;
        var details = new SkuDetails
        {
            Category = DetailsText.Small(root, "category"),
            Variant = Variant.Read(root),
            Components = DetailsText.List(root, "components", KitComponent.Read),
            Packs = DetailsText.List(root, "packs", Pack.Read),
            Substitutes = DetailsText.List(root, "substitutes", Substitute.Read),
            Selling = DetailsText.List(root, "selling", ChannelRule.Read),
            Thresholds = ThresholdRule.ReadAll(root),
            ShelfLife = ShelfLife.Read(root),
            Measures = SkuMeasures.Read(root),
            LotRules = DetailsText.List(root, "lotRules", LotRule.Read),
        };
        DetailsText.CheckCanonical(text, details.Text);
        return details;
    }

    private static void Write(Utf8JsonWriter json, SkuDetails details)
    {
        DetailsText.Write(json, "category", details.Category);
        details.Variant?.Write(json);
        DetailsText.Write(json, "components", details.Components, KitComponent.Write);
        DetailsText.Write(json, "packs", details.Packs, Pack.Write);
        DetailsText.Write(json, "substitutes", details.Substitutes, Substitute.Write);
        DetailsText.Write(json, "selling", details.Selling, ChannelRule.Write);
        ThresholdRule.WriteAll(json, details.Thresholds);
        ShelfLife.Write(json, details.ShelfLife);
        SkuMeasures.Write(json, details.Measures);
        DetailsText.Write(json, "lotRules", details.LotRules, LotRule.Write);
    }
}
