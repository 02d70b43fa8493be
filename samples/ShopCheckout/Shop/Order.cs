namespace Inventory.Samples.ShopCheckout.Shop;

/// <summary>An order of the shop, as the shop itself knows it.</summary>
internal sealed record Order(int Number, string Customer, params IReadOnlyList<OrderLine> Lines)
{
    public decimal Total => Lines.Sum(line => line.Quantity * line.Price);
}
