using System.Diagnostics;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;
using Inventory.Sqlite.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Sqlite.Tests.Transactions;

/// <summary>A whole range of serials comes in, moves and goes out by one small command each.</summary>
[Capability("LOT-03")]
public sealed class SerialRangeTests(ITestOutputHelper output)
{
    private static int Many => Nightly.Size(5_000, PostMovement.SerialsMax);

    [Fact]
    public async Task Range_IsOneCommand_OneCommit_AndEverySerialCanBeAskedFor()
    {
        using var file = new StoreFile();
        await using var store = file.Store();
        await store.EnsureSchemaAsync(TestContext.Current.CancellationToken);
        var options = new InventoryOptions();
        options.Books.Add(new BookOptions { Name = "fifo", Inline = true });
        await using var inventory = await InventoryEngine.OpenAsync(store, options);
        await SendAsync(inventory, new DefineLocation("a", "A", LocationKind.Site));
        await SendAsync(inventory, new DefineLocation("b", "B", LocationKind.Site));
        await SendAsync(inventory, new DefineSku("sku", "PHONE") { Tracking = Tracking.Serial });
        var commits = (await LastChangeAsync(inventory)).Commit;
        var line = new MovementLine("PHONE", Quantity.Each(Many))
        {
            Serials = [new SerialRange("SN-000001", $"SN-{Many:000000}")],
        };

        var received = await SendAsync(inventory, new PostMovement(
            "in", MovementKind.Receipt, line with { To = "A", Cost = Cost.Total(Many * 7m) }));
        await SendAsync(inventory, new PostMovement("move", MovementKind.Transfer, line with { From = "A", To = "B" }));
        Assert.Equal(1m, await OnHandAsync(inventory, "B", $"SN-{Many / 2:000000}"));
        var sold = await SendAsync(
            inventory, new PostMovement("out", MovementKind.Issue, line with { From = "B" }));

        Assert.Equal(Many, received.Entries.Count);
        Assert.Equal(Many * 7m, sold.Cost);
        Assert.Equal(commits + 3, (await LastChangeAsync(inventory)).Commit);
        Assert.Equal(0m, await OnHandAsync(inventory, "B", "SN-000001"));
        Assert.Empty((await inventory.VerifyAsync(cancellationToken: TestContext.Current.CancellationToken)).Findings);
    }

    [Fact]
    public async Task Range_WithAClash_WritesNothing()
    {
        using var file = new StoreFile();
        await using var store = file.Store();
        await store.EnsureSchemaAsync(TestContext.Current.CancellationToken);
        await using var inventory = await InventoryEngine.OpenAsync(store, new InventoryOptions());
        await SendAsync(inventory, new DefineLocation("a", "A", LocationKind.Site));
        await SendAsync(inventory, new DefineSku("sku", "PHONE") { Tracking = Tracking.Serial });
        var line = new MovementLine("PHONE", Quantity.Each(1)) { To = "A", Cost = Cost.Zero, Lot = "SN-07" };
        await SendAsync(inventory, new PostMovement("one", MovementKind.Receipt, line));
        var before = await LastChangeAsync(inventory);

        var range = line with { Lot = null, Quantity = Quantity.Each(10), Serials = [new("SN-01", "SN-10")] };
        var refused = await inventory.ExecuteAsync(
            new PostMovement("ten", MovementKind.Receipt, range), TestContext.Current.CancellationToken);

        Assert.Equal((ErrorCodes.InvalidSerialRange, "SN-07"), (refused.Errors[0].Code, refused.Errors[0].Actual));
        Assert.Equal(before, await LastChangeAsync(inventory));
    }

    private static async Task<decimal> OnHandAsync(IInventory inventory, string place, string serial) =>
        (await inventory.GetOnHandAsync(new OnHandQuery("PHONE") { Location = place, Lot = serial }))
            .GetValueOrThrow().Quantity.Amount;

    private static async Task<ChangeCursor> LastChangeAsync(IInventory inventory) =>
        (await inventory.ReadChangesAsync().LastAsync()).Cursor;

    private async Task<Posted> SendAsync(IInventory inventory, Command command)
    {
        var watch = Stopwatch.StartNew();
        var posted = (await inventory.ExecuteAsync(command)).GetValueOrThrow();
        output.WriteLine($"{command.Key}: {watch.ElapsedMilliseconds} ms");
        return posted;
    }
}
