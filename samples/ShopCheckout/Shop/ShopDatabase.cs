using Dapper;
using Microsoft.Data.Sqlite;

namespace Inventory.Samples.ShopCheckout.Shop;

/// <summary>The shop's own tables. They lie in the same file as the ledger, so one transaction can hold both.</summary>
internal sealed class ShopDatabase(string file)
{
    public string ConnectionString => $"Data Source={file}";

    public async Task CreateTablesAsync()
    {
        await using var connection = await OpenAsync();
        await connection.ExecuteAsync(
            """
            CREATE TABLE shop_customer (name TEXT NOT NULL PRIMARY KEY) STRICT;
            CREATE TABLE shop_order (
                number INTEGER NOT NULL PRIMARY KEY,
                customer TEXT NOT NULL REFERENCES shop_customer (name)
            ) STRICT;
            CREATE TABLE shop_order_line (
                order_number INTEGER NOT NULL REFERENCES shop_order (number),
                sku TEXT NOT NULL, quantity INTEGER NOT NULL, cents INTEGER NOT NULL
            ) STRICT;
            CREATE TABLE shop_payment (
                order_number INTEGER NOT NULL PRIMARY KEY REFERENCES shop_order (number),
                cents INTEGER NOT NULL
            ) STRICT;
            INSERT INTO shop_customer VALUES ('Ada'), ('Ben'), ('Cleo');
            """);
    }

    public async Task<SqliteConnection> OpenAsync()
    {
        // Not from a pool: this file belongs to a story that ends.
        SqliteConnection connection = new($"{ConnectionString};Pooling=False;Foreign Keys=True");
        await connection.OpenAsync();
        return connection;
    }

    public async Task<(long Orders, long Paid)> CountAsync()
    {
        await using var connection = await OpenAsync();
        return await connection.QuerySingleAsync<(long, long)>(
            "SELECT (SELECT count(*) FROM shop_order), (SELECT count(*) FROM shop_payment)");
    }
}
