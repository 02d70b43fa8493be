using Inventory.Commands;
using Inventory.Movements;
using Inventory.Storage.Memory;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Books;

/// <summary>An engine that starts again loads only as many layers as it needs, which may all be used up.</summary>
public sealed class UsedUpWindowTests
{
    [Fact]
    [Capability("VAL-01")]
    public async Task Receipt_AfterTheLoadedLayersAreUsedUp_IsApplied()
    {
        var token = TestContext.Current.CancellationToken;
        await using var store = new MemoryStore();
        await store.EnsureSchemaAsync(token);
        await using (var inventory = await InventoryEngine.OpenAsync(store, Options(), cancellationToken: token))
        {
            (await inventory.DefineSiteAsync("SHOP", cancellationToken: token)).GetValueOrThrow();
            (await inventory.DefineSkuAsync("mug", cancellationToken: token)).GetValueOrThrow();

            // A whole block of layers of one unit, stored, and behind it an issue of just the first.
            var receipts = Enumerable.Range(0, 128).Select(Command (i) => Receipt($"r{i}")).ToList();
            Assert.All(await inventory.ExecuteAsync(receipts, cancellationToken: token), answer =>
                answer.GetValueOrThrow());
            (await inventory.IssueAsync("i", "mug", Quantity.Each(1), "SHOP", token)).GetValueOrThrow();
        }

        await using var again = await InventoryEngine.OpenAsync(store, Options(), cancellationToken: token);
        var received = (await again.ExecuteAsync(Receipt("last"), token)).GetValueOrThrow();
        var issued = (await again.IssueAsync("j", "mug", Quantity.Each(128), "SHOP", token)).GetValueOrThrow();

        Assert.Equal(2m, received.Cost);
        Assert.Equal(256m, issued.Cost);
    }

    private static InventoryOptions Options()
    {
        var options = new InventoryOptions();
        options.Books.Add(new BookOptions { Name = "fifo", Inline = true });
        return options;
    }

    private static PostMovement Receipt(string key) => new(
        key, MovementKind.Receipt, new MovementLine("mug", Quantity.Each(1)) { To = "SHOP", Cost = Cost.PerUnit(2) });
}
