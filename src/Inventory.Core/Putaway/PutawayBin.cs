using Inventory.Catalog;
using Inventory.Locations;

namespace Inventory.Putaway;

/// <summary>A bin that goods may be put into.</summary>
/// <param name="Bin">The bin.</param>
/// <param name="Above">The locations that it lies in.</param>
/// <param name="Contents">What lies there: each SKU once, with steps of its base unit.</param>
public sealed record PutawayBin(
    Location Bin, IReadOnlyList<Location> Above, IReadOnlyList<(Sku Sku, long Steps)> Contents);
