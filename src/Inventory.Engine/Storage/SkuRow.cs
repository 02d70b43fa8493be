using Inventory.Catalog;
using Inventory.Ledger;

namespace Inventory.Storage;

/// <summary>A SKU with how far its streams have come.</summary>
/// <param name="Sku">The SKU.</param>
/// <param name="Head">Its head.</param>
public sealed record SkuRow(Sku Sku, Head Head);
