namespace Inventory.Catalog;

/// <summary>A quantity in a SKU's base unit, and what did not fit a step.</summary>
/// <param name="Value">The quantity, a whole number of steps.</param>
/// <param name="Remainder">
/// What is left over in the base unit, at least zero and less than a step; null when it has no finite decimal form.
/// </param>
public readonly record struct ConvertedQuantity(Quantity Value, decimal? Remainder);
