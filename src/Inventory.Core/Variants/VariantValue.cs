namespace Inventory.Variants;

/// <summary>What a variant is on one axis.</summary>
/// <param name="Axis">The axis, such as <c>size</c>.</param>
/// <param name="Value">The value, such as <c>M</c>.</param>
public sealed record VariantValue(string Axis, string Value);
