using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Movements;
using Inventory.Sqlite;
using Inventory.Testing;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Docs.Tests.Snippets;

/// <summary>A shop with a little history, for snippets that need one.</summary>
internal static class SampleShop
{
    public static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 0);

    /// <summary>A store with rows in every table that a report would read.</summary>
    public static async Task<SqliteStore> FillAsync(string connectionString)
    {
        var store = new SqliteStore(connectionString);
        var (_, inventory) = await OpenAsync(store, new FakeClock(Monday));
        await using (inventory)
        {
            await inventory.DefineSkuAsync("MUG", "A mug").ShouldSucceed();
            await inventory.ExecuteAsync(new DefineSku("sku:TEA", "TEA") { Tracking = Tracking.Lot }).ShouldSucceed();
            await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(200), "SHOP", Cost.PerUnit(2)).ShouldSucceed();
            await inventory.ExecuteAsync(new PostMovement("r2", MovementKind.Receipt,
                new MovementLine("TEA", Quantity.Each(5)) { To = "SHOP", Lot = "A-1", Cost = Cost.PerUnit(4) })
            {
                Document = new SourceDocument("delivery", "D-7"),
            }).ShouldSucceed();
            for (var i = 0; i < 140; i++)
            {
                await inventory.IssueAsync($"i{i}", "MUG", Quantity.Each(1), "SHOP").ShouldSucceed();
            }

            await inventory.ReserveAsync("hold", "MUG", "SHOP", Quantity.Each(2)).ShouldSucceed();
        }

        return store;
    }

    /// <summary>A new file with a shop, on Monday.</summary>
    public static Task<(SqliteStore Store, IInventory Inventory)> OpenAsync(string connectionString) =>
        OpenAsync(new SqliteStore(connectionString), new FakeClock(Monday));

    /// <summary>A shop with a site and two books, one of them inline.</summary>
    public static async Task<(SqliteStore Store, IInventory Inventory)> OpenAsync(SqliteStore store, IClock clock)
    {
        await store.EnsureSchemaAsync();
        var options = new InventoryOptions { Currency = Currency.Gbp };
        options.Books.Add(new BookOptions { Name = "fifo", Inline = true });
        options.Books.Add(new BookOptions { Name = "average", Method = CostMethod.MovingAverage });
        var inventory = await InventoryEngine.OpenAsync(store, options, clock);
        await inventory.DefineSiteAsync("SHOP", "Europe/London").ShouldSucceed();
        return (store, inventory);
    }

    public static async Task ShouldSucceed(this Task<Result<Posted>> answer) => (await answer).GetValueOrThrow();
}
