using Inventory.Catalog;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.References;

namespace Inventory.Decisions;

/// <summary>What one command adds to the master data; exactly one of the six is set.</summary>
/// <param name="Sku">A new or changed SKU.</param>
/// <param name="Location">A new or changed location.</param>
/// <param name="Reason">A new reason.</param>
/// <param name="Identifier">A new identifier.</param>
/// <param name="Reference">A new or changed row of a code list.</param>
/// <param name="Lot">A lot whose status changes; its SKU must not have moved since.</param>
/// <param name="RestsOnHead">Whether the SKU must not have moved since the change was decided.</param>
public sealed record CatalogChange(
    Sku? Sku = null, Location? Location = null, Reason? Reason = null, Identifier? Identifier = null,
    Reference? Reference = null, Lot? Lot = null, bool RestsOnHead = false);
