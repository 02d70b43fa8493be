using System.Text.Json;

namespace Inventory.References;

/// <summary>The axes that the variants of one product differ in, such as size and colour.</summary>
/// <remarks>Immutable. Each used combination of values is a SKU with its own stock; most are never used.</remarks>
public sealed record VariantTemplate : Reference
{
    /// <inheritdoc/>
    public override ReferenceKind Kind => ReferenceKind.VariantTemplate;

    /// <summary>The axes, at least one, in the order they are named to people.</summary>
    public IReadOnlyList<VariantAxis> Axes { get; init; } = [];

    private protected override void WriteDetails(Utf8JsonWriter json) => VariantAxis.WriteAll(json, Axes);
}
