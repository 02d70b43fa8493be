namespace Inventory.Samples.ShopCheckout.Shop;

/// <summary>Stands in for a payment provider: slow, elsewhere, and no part of any transaction.</summary>
internal sealed class CardTerminal
{
    public const decimal Limit = 100;

    public async Task<bool> TryChargeAsync(decimal amount)
    {
        await Task.Delay(TimeSpan.FromMilliseconds(20));
        return amount <= Limit;
    }
}
