using Microsoft.Data.Sqlite;

namespace Inventory.Samples.ShopCheckout.Shop;

/// <summary>
/// Takes orders in two ways. Either way an order and its stock are in the file together, or neither is.
/// </summary>
internal sealed class Checkout(InventoryHost inventories, ShopDatabase database, CardTerminal cards)
{
    /// <summary>
    /// One transaction for the order and its reservation: right away, short, and it holds the file's write lock for as
    /// long as it takes. Nothing slow belongs in it.
    /// </summary>
    /// <returns>Why the order was not taken; null when it was.</returns>
    public async Task<string?> TakeOnAccountAsync(Order order)
    {
        var inventory = await inventories.GetAsync();
        await using var connection = await database.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        var answers = await inventory.EnlistAsync(transaction, OrderStock.Reserve(order));
        if (WhyRefused(answers) is { } refusal)
        {
            // Leaving without a commit rolls back; there is nothing of the inventory's in it.
            return refusal;
        }

        try
        {
            await OrderBook.AddOrderAsync(transaction, order);
        }
        catch (SqliteException failure)
        {
            return $"the shop's own row failed ({failure.Message})";
        }

        await transaction.CommitAsync();
        return null;
    }

    /// <summary>
    /// Reserve first, then charge the card, which may take its time and holds no lock, then one short transaction for
    /// the order, the payment and what the inventory shall do about it.
    /// </summary>
    /// <returns>Why the order was not taken; null when it was.</returns>
    public async Task<string?> TakePaidAsync(Order order)
    {
        var inventory = await inventories.GetAsync();
        var answers = await inventory.ExecuteAsync(OrderStock.Reserve(order), ExecuteOptions.AllOrNothing);
        if (WhyRefused(answers) is { } refusal)
        {
            return refusal;
        }

        if (!await cards.TryChargeAsync(order.Total))
        {
            await inventory.ExecuteAsync(OrderStock.Release(order), ExecuteOptions.AllOrNothing);
            return $"the card was refused for {order.Total:0.00}, and the reservation released";
        }

        await using var connection = await database.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        await OrderBook.AddOrderAsync(transaction, order);
        await OrderBook.AddPaymentAsync(transaction, order);
        await inventory.EnqueueAsync(transaction, OrderStock.HandOver(order));
        await transaction.CommitAsync();
        return null;
    }

    private static string? WhyRefused(IReadOnlyList<Result<Posted>> answers) => answers
        .SelectMany(answer => answer.Errors)
        .FirstOrDefault(error => error.Code != ErrorCodes.GroupRefused)?.Message;
}
