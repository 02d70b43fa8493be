namespace Inventory.Policies;

/// <summary>Where a value was set.</summary>
/// <param name="Source">The kind of place.</param>
/// <param name="Code">The code of the SKU, category or channel; empty for the default.</param>
/// <param name="At">The code of the location or channel it was set for; empty when for all.</param>
public readonly record struct PolicyOrigin(PolicySource Source, string Code, string At)
{
    /// <summary>Nobody has set it.</summary>
    public static PolicyOrigin Default { get; } = new(PolicySource.Default, string.Empty, string.Empty);

    /// <summary>The origin in words, such as <c>SKU TEE at SHOP</c>.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Source switch
    {
        PolicySource.Default => "the default",
        PolicySource.Category => $"category {Code}",
        PolicySource.CategoryAtLocation => $"category {Code} at {At}",
        PolicySource.Channel => $"channel {Code}",
        PolicySource.Sku => $"SKU {Code}",
        PolicySource.SkuAtLocation => $"SKU {Code} at {At}",
        _ => $"SKU {Code} in {At}",
    };
}
