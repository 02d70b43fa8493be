using Inventory.Samples.ShopCheckout.Hosting;
using Inventory.Samples.ShopCheckout.Shop;
using Inventory.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Inventory.Samples.ShopCheckout.Story;

/// <summary>A day in the shop: what happens to orders and stock when either side says no, or the power fails.</summary>
internal sealed class ShopStory(string file, TextWriter output)
{
    private const string Mug = "MUG";
    private const string Pot = "TEAPOT";

    public async Task TellAsync()
    {
        output.WriteLine($"A shop with its own tables and its ledger in one file: {file}");
        await FoundAsync();
        using (var host = await ShopHost.StartAsync(file))
        {
            await OpenAsync(host);
            await OnAccountAsync(host);
            await PaidAsync(host);
            await CutShortAsync(host);
            await host.StopAsync();
        }

        using (var host = await ShopHost.StartAsync(file))
        {
            await NextMorningAsync(host);
            await BrokenAsync(host);
            await CloseAsync(host);
            await host.StopAsync();
        }
    }

    private async Task FoundAsync()
    {
        await using SqliteStore store = new($"Data Source={file}");
        await store.EnsureSchemaAsync();
        await new ShopDatabase(file).CreateTablesAsync();
    }

    private async Task OpenAsync(IHost host)
    {
        var inventory = await InventoryOf(host);
        (await inventory.DefineSiteAsync(OrderStock.Site)).GetValueOrThrow();
        (await inventory.DefineSkuAsync(Mug)).GetValueOrThrow();
        (await inventory.DefineSkuAsync(Pot)).GetValueOrThrow();
        await ReceiveAsync(inventory, "delivery-1", Mug, 10, 2.50m);
        await ReceiveAsync(inventory, "delivery-2", Pot, 5, 12);
        await ShowAsync(host, "The shelves are full.");
    }

    private async Task OnAccountAsync(IHost host)
    {
        var checkout = host.Services.GetRequiredService<Checkout>();
        Chapter("One transaction for the order and its reservation");
        Say(1001, await checkout.TakeOnAccountAsync(
            new Order(1001, "Ada", new OrderLine(Mug, 3, 6.50m), new OrderLine(Pot, 1, 30))));
        await ShowAsync(host, "Order and reservation were committed together.");

        Say(1002, await checkout.TakeOnAccountAsync(
            new Order(1002, "Ben", new OrderLine(Pot, 1, 30), new OrderLine(Mug, 20, 6.50m))));
        await ShowAsync(host, "The inventory said no: there is no order, and no teapot is promised for it either.");

        Say(1003, await checkout.TakeOnAccountAsync(new Order(1003, "Nobody", new OrderLine(Mug, 2, 6.50m))));
        await ShowAsync(host, "The shop's side said no: rolled back, the two mugs were never reserved.");
    }

    private async Task PaidAsync(IHost host)
    {
        var checkout = host.Services.GetRequiredService<Checkout>();
        Chapter("Reserve first, then pay, then an inbox row in the order's transaction");
        Say(1004, await checkout.TakePaidAsync(new Order(1004, "Ben", new OrderLine(Mug, 2, 6.50m))));
        await ShowAsync(host, "Paid. The hand-over is in the inbox; until it is applied the mugs are promised.");
        await ApplyAsync(host);
        await ShowAsync(host, "Two mugs left the shelf.");

        Say(1005, await checkout.TakePaidAsync(new Order(1005, "Cleo", new OrderLine(Pot, 4, 30))));
        await ShowAsync(host, "No order, no payment, and the teapots are free again.");
    }

    private async Task CutShortAsync(IHost host)
    {
        Chapter("The power fails between the commit and the hand-over");
        var checkout = host.Services.GetRequiredService<Checkout>();
        Say(1006, await checkout.TakePaidAsync(new Order(1006, "Cleo", new OrderLine(Mug, 1, 6.50m))));
        await ShowAsync(host, "Committed, and then it is dark.");
    }

    private async Task NextMorningAsync(IHost host) =>
        await ShowAsync(host, "The shop starts again: the inbox was applied, and order 1006 has left the shelf.");

    private async Task BrokenAsync(IHost host)
    {
        var inventory = await InventoryOf(host);
        var checkout = host.Services.GetRequiredService<Checkout>();
        Chapter("A hand-over that cannot be");
        Say(1007, await checkout.TakePaidAsync(new Order(1007, "Ada", new OrderLine(Pot, 3, 30))));
        (await inventory.CountAsync("stocktaking", Pot, OrderStock.Site, Quantity.Each(2))).GetValueOrThrow();
        await ApplyAsync(host);
        await foreach (var item in inventory.ReadInboxAsync())
        {
            output.WriteLine($"  Still listed: {item.Key}, because {item.Refusals[0].Message}");
        }

        await ReceiveAsync(inventory, "delivery-3", Pot, 5, 12);
        output.WriteLine("  Five new teapots arrive, and the inbox is tried again:");
        var cured = await inventory.ApplyInboxAsync(retryRefused: true);
        output.WriteLine($"  {cured.Applied} applied, {cured.Refused} refused.");
    }

    private async Task CloseAsync(IHost host)
    {
        Chapter("Closing time");
        await ShowAsync(host, "What is left.");
        var report = await (await InventoryOf(host)).VerifyAsync();
        output.WriteLine(
            $"  The ledger was checked: {report.Entries} entries, {report.Findings.Count} findings.");
    }

    private async Task ApplyAsync(IHost host)
    {
        var run = await (await InventoryOf(host)).ApplyInboxAsync();
        output.WriteLine($"  The inbox is applied: {run.Applied} commands, {run.Refused} refused.");
    }

    private async Task ShowAsync(IHost host, string what)
    {
        var inventory = await InventoryOf(host);
        var (orders, paid) = await host.Services.GetRequiredService<ShopDatabase>().CountAsync();
        var waiting = await inventory.ReadInboxAsync().CountAsync();
        output.WriteLine($"  {what}");
        output.WriteLine($"    orders {orders}, paid {paid}, inbox {waiting}");
        foreach (var stock in await inventory.GetAvailabilityAsync([Mug, Pot]))
        {
            output.WriteLine(
                $"    {stock.Sku,-6} on hand {stock.OnHand.Amount,2:0}, promised {stock.Committed.Amount,2:0}, available {stock.Available.Amount,2:0}");
        }
    }

    private void Chapter(string title)
    {
        output.WriteLine();
        output.WriteLine(title);
    }

    private void Say(int order, string? refusal) => output.WriteLine(
        refusal is null ? $"  Order {order} is taken." : $"  Order {order} is not taken: {refusal}");

    private static async Task ReceiveAsync(IInventory inventory, string key, string sku, int quantity, decimal cost) =>
        (await inventory.ReceiveAsync(key, sku, Quantity.Each(quantity), OrderStock.Site, Cost.PerUnit(cost)))
            .GetValueOrThrow();

    private static async Task<IInventory> InventoryOf(IHost host) =>
        await host.Services.GetRequiredService<InventoryHost>().GetAsync();
}
