using Inventory.Locations;

namespace Inventory.Queries;

/// <summary>A question about sourcing whose names have been resolved.</summary>
/// <param name="Goods">What is asked for: each SKU and grade once.</param>
/// <param name="Pools">The pool of each site of the question.</param>
/// <param name="Contents">What kits are made of.</param>
internal sealed record SourcingOrder(
    IReadOnlyList<SourcedGoods> Goods, IReadOnlyList<Location> Pools, KitContents Contents);
