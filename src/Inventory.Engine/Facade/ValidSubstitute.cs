using Inventory.Catalog;
using Inventory.Substitutes;

namespace Inventory;

/// <summary>A SKU that may be sold instead of another.</summary>
/// <param name="Sku">The substitute.</param>
/// <param name="Link">How much of it replaces one unit, and when it is used.</param>
public sealed record ValidSubstitute(Sku Sku, Substitute Link);
