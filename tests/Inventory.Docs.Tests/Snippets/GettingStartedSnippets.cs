using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Docs.Tests.Support;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Reservations;
using Inventory.Sqlite;
using Inventory.Storage;
using Inventory.Storage.Memory;
using Inventory.Testing;
using Inventory.Valuation;
using Microsoft.Extensions.DependencyInjection;

namespace Inventory.Docs.Tests.Snippets;

/// <summary>The snippets of the first walk through the library.</summary>
public sealed class GettingStartedSnippets
{
    [Fact]
    public async Task AShop_FromTheFirstSkuToTheCheck()
    {
        #region snippet: open
        await using var store = new SqliteStore("Data Source=start.db");
        await store.EnsureSchemaAsync();

        var options = new InventoryOptions { Currency = Currency.Eur, RequireActor = false };
        options.Books.Add(new BookOptions { Name = "statutory", Method = CostMethod.Fifo, Inline = true });
        options.Books.Add(new BookOptions { Name = "average", Method = CostMethod.MovingAverage });
        await using var inventory = await InventoryEngine.OpenAsync(store, options);
        #endregion

        #region snippet: define
        await inventory.DefineSiteAsync("BERLIN", "Europe/Berlin");
        await inventory.ExecuteAsync(new DefineLocation("bin-a1", "A1", LocationKind.Bin, parent: "BERLIN"));
        await inventory.DefineSkuAsync("LAMP", "A desk lamp");
        var tea = new DefineSku("sku:TEA", "TEA")
        {
            Name = "Green tea",
            Tracking = Tracking.Lot,
            BaseUnit = UnitOfMeasure.Kilogram,
            Conversions = [new UnitConversion("box", "kg", new Ratio(5, 2))],
        };
        await inventory.ExecuteAsync(tea);
        await inventory.ExecuteAsync(new AddIdentifier("lamp-gtin", "LAMP", IdentifierKind.Gtin, "4006381333931"));
        await inventory.ExecuteAsync(new DefineReason("reason-broken", "BROKEN", ReasonDirection.Out));
        #endregion

        #region snippet: move
        await inventory.ReceiveAsync("po-7/1", "LAMP", Quantity.Each(20), "BERLIN", Cost.PerUnit(8.50m));
        var delivery = new PostMovement("po-7/2", MovementKind.Receipt,
            new MovementLine("TEA", new Quantity(4, "box")) { To = "A1", Lot = "2026-03", Cost = Cost.Total(120) })
        {
            Document = new SourceDocument("purchase order", "7"),
            Stamp = new Stamp("anna", Device: "scanner 2"),
        };
        await inventory.ExecuteAsync(delivery);
        await inventory.TransferAsync("move-1", "LAMP", Quantity.Each(5), "BERLIN", "A1");
        await inventory.IssueAsync("order-1", "LAMP", Quantity.Each(2), "BERLIN");
        await inventory.CountAsync("count-1", "LAMP", "A1", Quantity.Each(4));
        var broken = new MovementLine("LAMP", Quantity.Each(1)) { From = "BERLIN" };
        await inventory.ExecuteAsync(new PostMovement("scrap-1", MovementKind.Scrap, broken) { Reason = "BROKEN" });
        await inventory.ReverseAsync("undo-1", "order-1");
        #endregion

        await AskAsync(inventory);
        Printed.ShouldBe("getting-started");
    }

    [Fact]
    public async Task InMemory_NeedsNoFile()
    {
        #region snippet: memory
        await using var store = new MemoryStore();
        await using var inventory = await InventoryEngine.OpenAsync(store);
        #endregion

        Assert.Equal(Currency.Eur, inventory.Definition.Currency);
    }

    [Fact]
    public async Task Container_OpensTheInventoryOnFirstUse()
    {
        var services = new ServiceCollection();

        #region snippet: container
        services.AddInventory(options => options.Currency = Currency.Gbp)
            .UseSqlite("Data Source=container.db")
            .AddBook("fifo", CostMethod.Fifo, inline: true);
        #endregion

        await using var provider = services.BuildServiceProvider();

        #region snippet: host
        await provider.GetRequiredService<IInventoryStore>().EnsureSchemaAsync(); // once, where you deploy

        var inventory = await provider.GetRequiredService<InventoryHost>().GetAsync();
        #endregion

        Assert.Equal(Currency.Gbp, inventory.Definition.Currency);
    }

    [Fact]
    public async Task Preview_WritesNothing()
    {
        var (store, inventory) = await SampleShop.OpenAsync("Data Source=preview.db");
        await using var _ = store;
        await using var __ = inventory;
        await inventory.DefineSkuAsync("MUG").ShouldSucceed();
        await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(10), "SHOP", Cost.PerUnit(2)).ShouldSucceed();

        #region snippet: preview
        var line = new MovementLine("MUG", Quantity.Each(4)) { From = "SHOP" };
        var preview = await inventory.PreviewAsync([new PostMovement("order-3", MovementKind.Issue, line)]);
        Console.WriteLine($"It would cost {preview[0].Value.Cost:0.00}; nothing has been written.");
        #endregion

        Assert.Equal(Quantity.Each(10), (await inventory.GetOnHandAsync(new OnHandQuery("MUG"))).Value.Quantity);
    }

    [Fact]
    public async Task Feed_GoesOnFromTheCursor()
    {
        var store = await SampleShop.FillAsync("Data Source=feed.db");
        await using var _ = store;
        var (__, inventory) = await SampleShop.OpenAsync(store, new FakeClock(SampleShop.Monday));
        await using var ___ = inventory;
        var seen = 0;

        #region snippet: feed
        var cursor = default(ChangeCursor);
        await foreach (var change in inventory.ReadChangesAsync(cursor))
        {
            // Hand the change on, and keep the cursor in the same transaction as what was done with it.
            cursor = change.Cursor;
            seen += change.Movements.Count;
        }
        #endregion

        Assert.Equal(142, seen);
    }

    private static async Task AskAsync(IInventory inventory)
    {
        #region snippet: refusal
        var answer = await inventory.IssueAsync("order-2", "LAMP", Quantity.Each(50), "BERLIN");
        if (!answer.Succeeded)
        {
            foreach (var error in answer.Errors)
            {
                Console.WriteLine($"{error.Code.Name}, {error.Target}: {error.Actual}, allowed {error.Allowed}");
                Console.WriteLine(error.Message);
            }
        }
        #endregion

        #region snippet: promise
        await inventory.ReserveAsync("basket-9", "LAMP", "BERLIN", Quantity.Each(3));
        foreach (var each in await inventory.GetAvailabilityAsync(["LAMP", "TEA"]))
        {
            Console.WriteLine($"{each.Sku}: {each.OnHand} on hand, {each.Held} held, {each.Available} available");
        }

        await inventory.ReleaseAsync("basket-9-gone", "basket-9");
        #endregion

        #region snippet: read
        var lamps = await inventory.GetOnHandAsync(new OnHandQuery("LAMP") { Location = "A1" });
        var value = await inventory.GetValueAsync("statutory", "LAMP");
        Console.WriteLine($"{lamps.Value.Quantity} in A1; all lamps are worth {value.Value.Value:0.00}");
        await foreach (var movement in inventory.ReadHistoryAsync("LAMP"))
        {
            Console.WriteLine($"{movement.Kind}: {movement.Quantity} from {movement.From} to {movement.To}");
        }
        #endregion

        #region snippet: verify
        var report = await inventory.VerifyAsync();
        Console.WriteLine(report.IsClean ? $"Clean: {report.Entries} entries" : string.Join('\n', report.Findings));
        #endregion
    }
}
