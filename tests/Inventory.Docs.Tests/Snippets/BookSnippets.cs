using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Docs.Tests.Support;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Sqlite;
using Inventory.Testing;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Docs.Tests.Snippets;

/// <summary>The snippets about what stock is worth.</summary>
public sealed class BookSnippets
{
    [Fact]
    public async Task TwoBooks_CostTheSameSaleDifferently()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=books.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();

        #region snippet: two-books
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(10), "SHOP", Cost.PerUnit(2.00m));
        await inventory.ReceiveAsync("r2", "MUG", Quantity.Each(10), "SHOP", Cost.PerUnit(3.00m));
        var sold = await inventory.IssueAsync("i1", "MUG", Quantity.Each(15), "SHOP");
        Console.WriteLine($"inline: {sold.Value.Cost:0.00}");
        foreach (var book in inventory.Definition.Books)
        {
            var value = (await inventory.GetValueAsync(book.Name, "MUG")).Value;
            Console.WriteLine($"{book.Name}: sold {value.CostOut:0.00}, {value.Quantity} left at {value.Value:0.00}");
        }
        #endregion

        Printed.ShouldBe("two-books");
    }

    [Fact]
    public async Task SpecificBook_CostsWhatWasPicked()
    {
        await using var store = new SqliteStore("Data Source=specific.db");
        await store.EnsureSchemaAsync();
        var options = new InventoryOptions { Currency = Currency.Gbp };

        #region snippet: specific
        options.Books.Add(new BookOptions { Name = "by lot", Method = CostMethod.Specific, Inline = true });
        await using var inventory = await InventoryEngine.OpenAsync(store, options);
        await inventory.DefineSiteAsync("SHOP");
        await inventory.ExecuteAsync(new DefineSku("sku", "TEA") { Tracking = Tracking.Lot });
        var first = new MovementLine("TEA", Quantity.Each(10)) { To = "SHOP", Lot = "MAY", Cost = Cost.PerUnit(2) };
        var second = first with { Lot = "APRIL", Cost = Cost.PerUnit(3) };
        await inventory.ExecuteAsync(new PostMovement("r1", MovementKind.Receipt, first));
        await inventory.ExecuteAsync(new PostMovement("r2", MovementKind.Receipt, second));

        // April expires first, so it is picked, though May came first.
        var picked = new MovementLine("TEA", Quantity.Each(4)) { From = "SHOP", Lot = "APRIL" };
        var sold = await inventory.ExecuteAsync(new PostMovement("i1", MovementKind.Issue, picked));
        Console.WriteLine($"cost {sold.Value.Cost:0.00}");
        #endregion

        Printed.ShouldBe("specific");
    }

    [Fact]
    public async Task LateReceipt_RestatesWhatCameAfter()
    {
        var clock = new FakeClock(SampleShop.Monday);
        var (store, inventory) = await SampleShop.OpenAsync(new SqliteStore("Data Source=restate.db"), clock);
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(10), "SHOP", Cost.PerUnit(2)).ShouldSucceed();
        clock.Now = SampleShop.Monday + Duration.FromDays(2);
        var sunday = SampleShop.Monday - Duration.FromDays(1);

        #region snippet: restate
        var sold = await inventory.IssueAsync("i1", "MUG", Quantity.Each(5), "SHOP");
        var line = new MovementLine("MUG", Quantity.Each(5)) { To = "SHOP", Cost = Cost.PerUnit(1) };
        await inventory.ExecuteAsync(new PostMovement("r0", MovementKind.Receipt, line) { Effective = sunday });
        var restated = (await inventory.GetValueAsync("fifo", "MUG")).Value.CostOut;
        Console.WriteLine($"posted {sold.Value.Cost:0.00}, restated {restated:0.00}");
        #endregion

        Printed.ShouldBe("restate");
    }

    [Fact]
    public async Task NegativeStock_SettlesWhenGoodsCome()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=short.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();

        #region snippet: negative
        var till = new DefineLocation("till", "TILL", LocationKind.Site) { Negative = NegativeStock.Allow };
        await inventory.ExecuteAsync(till);
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(1), "TILL", Cost.PerUnit(2.00m));
        var sold = await inventory.IssueAsync("i1", "MUG", Quantity.Each(3), "TILL");
        await inventory.ReceiveAsync("r2", "MUG", Quantity.Each(2), "TILL", Cost.PerUnit(2.50m));
        var value = (await inventory.GetValueAsync("fifo", "MUG")).Value;
        Console.WriteLine($"posted {sold.Value.Cost:0.00}, settled {value.CostOut:0.00}, left {value.Value:0.00}");
        #endregion

        Printed.ShouldBe("negative");
    }
}
