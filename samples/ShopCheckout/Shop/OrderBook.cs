using Dapper;
using Microsoft.Data.Sqlite;

namespace Inventory.Samples.ShopCheckout.Shop;

/// <summary>Writes orders and payments into the shop's tables.</summary>
internal static class OrderBook
{
    public static async Task AddOrderAsync(SqliteTransaction transaction, Order order)
    {
        var connection = transaction.Connection!;
        await connection.ExecuteAsync(
            "INSERT INTO shop_order (number, customer) VALUES (@Number, @Customer)",
            new { order.Number, order.Customer }, transaction);
        await connection.ExecuteAsync(
            "INSERT INTO shop_order_line (order_number, sku, quantity, cents) VALUES (@Number, @Sku, @Quantity, @Cents)",
            order.Lines.Select(line => new { order.Number, line.Sku, line.Quantity, Cents = Cents(line.Price) }),
            transaction);
    }

    public static Task AddPaymentAsync(SqliteTransaction transaction, Order order) =>
        transaction.Connection!.ExecuteAsync(
            "INSERT INTO shop_payment (order_number, cents) VALUES (@Number, @Cents)",
            new { order.Number, Cents = Cents(order.Total) }, transaction);

    private static long Cents(decimal amount) => decimal.ToInt64(amount * 100);
}
