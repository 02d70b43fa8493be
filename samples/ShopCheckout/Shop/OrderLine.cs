namespace Inventory.Samples.ShopCheckout.Shop;

/// <summary>So many pieces of a product at a price each.</summary>
internal sealed record OrderLine(string Sku, int Quantity, decimal Price);
