using Inventory.Catalog;

namespace Inventory.Putaway;

/// <summary>Goods that are to be put somewhere.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Steps">How much, in steps of the base unit; 1 or more.</param>
/// <param name="Unit">The unit that they are handled in.</param>
/// <param name="Categories">The codes of the SKU's category and of those above it.</param>
/// <param name="Velocity">How fast they move; null is unknown.</param>
public sealed record PutawayGoods(
    Sku Sku, long Steps, string Unit, IReadOnlyList<string> Categories, string? Velocity = null);
