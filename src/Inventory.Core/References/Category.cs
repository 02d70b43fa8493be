using System.Text.Json;
using Inventory.Policies;

namespace Inventory.References;

/// <summary>A group of SKUs, in a tree: what it says of thresholds and selling holds for all SKUs below it.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Category : Reference
{
    /// <inheritdoc/>
    public override ReferenceKind Kind => ReferenceKind.Category;

    /// <summary>
    /// Thresholds of its SKUs, everywhere or at a place; a nearer category or the SKU itself overrides.
    /// </summary>
    public IReadOnlyList<ThresholdRule> Thresholds { get; init; } = [];

    /// <summary>How its SKUs are sold; the channel or the SKU itself overrides.</summary>
    public SellingRule Selling { get; init; } = SellingRule.Empty;

    private protected override void WriteDetails(Utf8JsonWriter json)
    {
        ThresholdRule.WriteAll(json, Thresholds);
        SellingRule.Write(json, Selling);
    }
}
