namespace Inventory.Policies;

/// <summary>The kinds of places a rule can be set at.</summary>
public enum PolicySource
{
    /// <summary>Nobody has set it.</summary>
    Default,

    /// <summary>A category, everywhere.</summary>
    Category,

    /// <summary>A category, at a location.</summary>
    CategoryAtLocation,

    /// <summary>A channel.</summary>
    Channel,

    /// <summary>The SKU, everywhere and in all channels.</summary>
    Sku,

    /// <summary>The SKU, at a location.</summary>
    SkuAtLocation,

    /// <summary>The SKU, in a channel.</summary>
    SkuInChannel,
}
