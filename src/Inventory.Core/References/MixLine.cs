namespace Inventory.References;

/// <summary>What a category makes of a total.</summary>
/// <param name="Category">The category's number; 0 is what has no category.</param>
/// <param name="Value">The value of SKUs in the category itself.</param>
/// <param name="Share">Its share of the total, 0 to 1, six decimals.</param>
/// <param name="TreeValue">The value of SKUs in the category and all below it.</param>
/// <param name="TreeShare">Their share of the total.</param>
public sealed record MixLine(int Category, decimal Value, decimal Share, decimal TreeValue, decimal TreeShare);
