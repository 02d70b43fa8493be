namespace Inventory;

/// <summary>What lies of one SKU in a bin.</summary>
/// <param name="Sku">The SKU's code.</param>
/// <param name="Quantity">How much; below zero where the bin is overdrawn.</param>
public sealed record BinGoods(string Sku, Quantity Quantity);
