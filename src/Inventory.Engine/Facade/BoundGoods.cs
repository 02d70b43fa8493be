namespace Inventory;

/// <summary>Goods that an order is bound to.</summary>
/// <param name="Location">The code of the place where they lie.</param>
/// <param name="Lot">The lot or serial; null where the SKU has none.</param>
/// <param name="IsPicked">Whether they have been picked for the order.</param>
public sealed record BoundGoods(string Location, string? Lot, bool IsPicked);
