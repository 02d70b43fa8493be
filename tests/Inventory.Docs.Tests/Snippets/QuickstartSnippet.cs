#region snippet: quickstart-usings
using Inventory;
using Inventory.Sqlite;
#endregion
using Inventory.Docs.Tests.Support;

namespace Inventory.Docs.Tests.Snippets;

/// <summary>The README's quickstart. Its database is new, so every line takes effect.</summary>
public sealed class QuickstartSnippet
{
    [Fact]
    public async Task Quickstart_PrintsWhatTheReadmeSays()
    {
        #region snippet: quickstart
        await using var store = new SqliteStore("Data Source=shop.db");
        await store.EnsureSchemaAsync();
        var options = new InventoryOptions { Currency = Currency.Gbp };
        options.Books.Add(new BookOptions { Name = "fifo", Inline = true });
        await using var inventory = await InventoryEngine.OpenAsync(store, options);

        await inventory.DefineSiteAsync("SHOP", "Europe/London");
        await inventory.DefineSkuAsync("MUG", "A mug");
        await inventory.ReceiveAsync("delivery-1", "MUG", Quantity.Each(10), "SHOP", Cost.PerUnit(2.00m));
        await inventory.ReceiveAsync("delivery-2", "MUG", Quantity.Each(10), "SHOP", Cost.PerUnit(3.00m));
        var sold = await inventory.IssueAsync("order-1", "MUG", Quantity.Each(15), "SHOP");
        var refused = await inventory.IssueAsync("order-2", "MUG", Quantity.Each(6), "SHOP");
        var mug = (await inventory.GetAvailabilityAsync(["MUG"]))[0];

        Console.WriteLine($"The 15 mugs sold cost {sold.Value.Cost:0.00} {inventory.Definition.Currency} by FIFO.");
        Console.WriteLine(refused.Errors[0]);
        Console.WriteLine($"{mug.Available} available at {mug.Pool}.");
        #endregion

        Printed.ShouldBe("quickstart");
    }
}
