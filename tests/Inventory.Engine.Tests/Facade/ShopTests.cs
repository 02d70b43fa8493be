using Inventory.Movements;
using Inventory.Storage.Memory;
using Inventory.TestSupport;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Engine.Tests.Facade;

/// <summary>A small shop from the first SKU to a clean check, as its owner would use the library.</summary>
public sealed class ShopTests
{
    [Fact]
    [Capability("MOV-01"), Capability("MOV-12"), Capability("VAL-01")]
    public async Task AShop_ReceivesIssuesCountsAndReverses_AndVerifiesClean()
    {
        await using var store = new MemoryStore();
        await store.EnsureSchemaAsync(TestContext.Current.CancellationToken);
        var options = new InventoryOptions { Currency = Currency.Gbp };
        options.Books.Add(new BookOptions { Name = "fifo", Inline = true });
        options.Books.Add(new BookOptions { Name = "average", Method = CostMethod.MovingAverage });
        await using var inventory = await InventoryEngine
            .OpenAsync(store, options, cancellationToken: TestContext.Current.CancellationToken);

        (await inventory.DefineSiteAsync("SHOP", "Europe/London")).GetValueOrThrow();
        (await inventory.DefineSkuAsync("mug", "A mug")).GetValueOrThrow();
        (await inventory.ReceiveAsync("r1", "MUG", Quantity.Each(10), "shop", Cost.PerUnit(2))).GetValueOrThrow();
        (await inventory.ReceiveAsync("r2", "mug", Quantity.Each(10), "SHOP", Cost.PerUnit(3))).GetValueOrThrow();
        var issued = (await inventory.IssueAsync("i1", "mug", Quantity.Each(15), "SHOP")).GetValueOrThrow();
        Assert.Equal(35m, issued.Cost);

        var again = (await inventory.IssueAsync("i1", "mug", Quantity.Each(15), "SHOP")).GetValueOrThrow();
        Assert.True(again.AlreadyApplied);
        Assert.Equal(35m, again.Cost);

        var refused = await inventory.IssueAsync("i2", "mug", Quantity.Each(6), "SHOP");
        Assert.Equal("Conflict.Insufficient", Assert.Single(refused.Errors).Code.Name);

        (await inventory.ReserveAsync("hold", "mug", "SHOP", Quantity.Each(2))).GetValueOrThrow();
        var available = Assert.Single(await inventory.GetAvailabilityAsync(["mug"]));
        Assert.Equal(Quantity.Each(3), available.Available);

        (await inventory.CountAsync("c1", "mug", "SHOP", Quantity.Each(4))).GetValueOrThrow();
        (await inventory.ReverseAsync("rev", "i1")).GetValueOrThrow();
        var value = (await inventory.GetValueAsync("fifo", "mug")).GetValueOrThrow();
        Assert.Equal(Quantity.Each(19), value.Quantity);
        Assert.Equal(10 * 2m + 10 * 3m - 3m, value.Value);

        var late = Instant.FromUtc(2020, 1, 1, 0, 0);
        var backdated = new PostMovement("late", MovementKind.Receipt,
            new MovementLine("mug", Quantity.Each(5)) { To = "SHOP", Cost = Cost.Zero })
        {
            Effective = late,
        };
        var counted = await inventory.ExecuteAsync(backdated);
        Assert.Equal("Conflict.Counted", Assert.Single(counted.Errors).Code.Name);
        (await inventory.ExecuteAsync(backdated with { AfterCount = CountedPolicy.Compensate })).GetValueOrThrow();
        var then = (await inventory.GetOnHandAsync(new OnHandQuery("mug") { AsOf = late })).GetValueOrThrow();
        Assert.Equal(Quantity.Each(5), then.Quantity);

        var report = await inventory.VerifyAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(report.Findings);
        await inventory.RebuildAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty((await inventory.VerifyAsync(cancellationToken: TestContext.Current.CancellationToken)).Findings);
    }
}
