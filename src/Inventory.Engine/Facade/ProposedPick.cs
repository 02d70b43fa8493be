namespace Inventory;

/// <summary>Units to pick at one place.</summary>
/// <param name="Location">The place's code.</param>
/// <param name="Lot">The lot or serial; null where the SKU has none.</param>
/// <param name="Quantity">How much, in the SKU's base unit.</param>
public sealed record ProposedPick(string Location, string? Lot, Quantity Quantity);
