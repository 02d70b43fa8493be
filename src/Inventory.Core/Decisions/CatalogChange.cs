using Inventory.Catalog;
using Inventory.Locations;
using Inventory.Movements;

namespace Inventory.Decisions;

/// <summary>What one command adds to the master data; exactly one of the four is set.</summary>
/// <param name="Sku">A new or changed SKU.</param>
/// <param name="Location">A new location.</param>
/// <param name="Reason">A new reason.</param>
/// <param name="Identifier">A new identifier.</param>
public sealed record CatalogChange(
    Sku? Sku = null, Location? Location = null, Reason? Reason = null, Identifier? Identifier = null);
