namespace Inventory;

/// <summary>Goods of an order that are to be shipped from somewhere.</summary>
/// <param name="Sku">The SKU's code; a kit is shipped whole, through its components.</param>
/// <param name="Quantity">How much, more than zero.</param>
public sealed record SourcingLine(string Sku, Quantity Quantity)
{
    /// <summary>The code of the grade; null is the ungraded stock.</summary>
    public string? Grade { get; init; }
}
