using Inventory.Catalog;
using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Feed;

/// <summary>An anchor kept elsewhere proves the history up to its commit, on both stores.</summary>
[Capability("MOV-14")]
public sealed class AnchorTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Anchor_FitsALedgerThatHasGrownSince(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("r", 5), Shop.Issue("i", 2));
        var anchor = await shop.Inventory.GetAnchorAsync();

        await shop.PostAsync(
            Shop.Issue("later", 1), new DefineSku("def-new", "NEW"), Shop.Receipt("new", 1, sku: "NEW"));

        Assert.Empty((await shop.Inventory.VerifyAsync(anchor)).Findings);
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Anchor_ShowsAnotherHistory_AndAnOlderState(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("r", 5));
        var older = await shop.Inventory.GetAnchorAsync();
        await shop.PostAsync(Shop.Issue("i", 2));
        await using var others = await Stores.CreateAsync(kind);
        await using var other = await Shop.OpenAsync(others.First);
        await other.PostAsync(Shop.Receipt("r", 5));
        await other.PostAsync(Shop.Issue("i", 3));

        Assert.Empty((await other.Inventory.VerifyAsync(older)).Findings);
        foreach (var wrong in new[]
        {
            await shop.Inventory.GetAnchorAsync(), older with { Commit = older.Commit - 1 },
            older with { Commit = older.Commit + 9 },
        })
        {
            var finding = Assert.Single((await other.Inventory.VerifyAsync(wrong)).Findings);
            Assert.Equal("anchor", finding.Table);
        }
    }
}
