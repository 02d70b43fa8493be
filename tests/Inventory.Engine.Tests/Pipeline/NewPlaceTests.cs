using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Locations;
using Inventory.Movements;
using Inventory.Storage;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Pipeline;

/// <summary>A place or SKU is used by the commands right behind its definition, in the same transaction.</summary>
[Capability("LOC-01"), Capability("CAT-01")]
public sealed class NewPlaceTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task PlaceAndSku_DefinedAndUsedInOneCall_AreOneCommitWithItsCosts(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.ConnectAsync(stores.First);

        var answers = await shop.PostAsync(
            new DefineLocation("site", "NEW", LocationKind.Site),
            new DefineLocation("bin", "NEW-1", LocationKind.Bin, "NEW"),
            new DefineLocation("client", "CLIENT", LocationKind.Customer),
            new DefineSku("sku", "FIG"),
            Shop.Receipt("r1", 4, unitCost: 3, to: "NEW-1", sku: "FIG"),
            Shop.Receipt("r2", 4, unitCost: 5, to: "NEW-1", sku: "FIG"),
            new PostMovement("t", MovementKind.Transfer,
                new MovementLine("FIG", Quantity.Each(6)) { From = "NEW-1", To = "NEW" }),
            new PostMovement("i", MovementKind.Issue,
                new MovementLine("FIG", Quantity.Each(5)) { From = "NEW", To = "CLIENT" }),
            new ReverseMovement("u", "r2") { Line = 0, Quantity = Quantity.Each(1) });

        Assert.Equal([null, null, null, null, 12m, 20m, null, 17m, 5m], answers.Select(CostOf));
        Assert.Equal(2, await shop.OnHandAsync("FIG"));
        await shop.VerifyAsync();

        // All but the reversal, which builds on the history that those before it make.
        Assert.Equal([1, 1, 1, 1, 1, 1, 1, 1, 2], answers.Select(answer => (int)answer.Commit));
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task NewPlace_WithBlocksOfEntriesInItsFirstCommit_IsFoldedRight(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.ConnectAsync(stores.First);

        await shop.PostAsync([.. Founding(), .. Receipts("r", 300), Shop.Issue("i", 250, "NEW", "FIG")]);

        Assert.Equal(1, (await shop.Inventory.GetAnchorAsync()).Commit);
        Assert.Equal(50, await shop.OnHandAsync("FIG"));
        Assert.Equal(100m, await ValueAsync(shop));
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory, false)]
    [InlineData(StoreKind.Memory, true)]
    [InlineData(StoreKind.Sqlite, false)]
    [InlineData(StoreKind.Sqlite, true)]
    public async Task NewPlace_UsedBeforeMoreLayersAreLoaded_IsFoldedRight(StoreKind kind, bool isAtomic)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using (var before = await Shop.ConnectAsync(stores.First))
        {
            await before.PostAsync([.. Founding(), .. Receipts("r", 300)]);
        }

        // The window of the book holds 64 layers: the issue opens it again, over a receipt into the new place.
        await using var shop = await Shop.ConnectAsync(stores.First);
        var answers = await shop.Inventory.ExecuteAsync(
            [
                new DefineLocation("more", "MORE", LocationKind.Site), new DefineSku("pea", "PEA"),
                Shop.Receipt("in", 5, unitCost: 9, to: "MORE", sku: "FIG"), Shop.Issue("out", 300, "NEW", "FIG"),
                Shop.Receipt("pea-in", 2, unitCost: 3, to: "MORE", sku: "PEA"), Shop.Issue("pea-out", 1, "MORE", "PEA"),
            ],
            new ExecuteOptions { Atomic = isAtomic });

        Assert.Equal([null, null, 45m, 600m, 6m, 3m], answers.Select(answer => CostOf(answer.GetValueOrThrow())));
        Assert.Single(answers.Select(answer => answer.Value.Commit).Distinct());
        await shop.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task NewPlace_InACommitThatFillsAKnownBlock_IsFoldedRight(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.ConnectAsync(stores.First);

        // The first block closes, so that the engine knows what lies in the second one without reading it back.
        await shop.PostAsync([.. Founding(), .. Receipts("r", 130)]);
        await shop.PostAsync([.. Receipts("s", 100)]);
        var answers = await shop.PostAsync(
            new DefineLocation("more", "MORE", LocationKind.Site),
            new DefineLocation("client", "CLIENT", LocationKind.Customer),
            new PostMovement("t", MovementKind.Transfer,
                Lines(20, new MovementLine("FIG", Quantity.Each(2)) { From = "NEW", To = "MORE" })),
            new PostMovement("i", MovementKind.Issue,
                Lines(20, new MovementLine("FIG", Quantity.Each(1)) { From = "MORE", To = "CLIENT" })));

        Assert.Single(answers.Select(answer => answer.Commit).Distinct());
        Assert.Equal(420m, await ValueAsync(shop));
        await shop.VerifyAsync();
    }

    [Fact]
    public async Task Place_WhoseCommitFailed_IsForgotten()
    {
        await using var stores = await Stores.CreateAsync(StoreKind.Memory);
        var store = new WatchedStore(stores.First);
        await using var shop = await Shop.ConnectAsync(store);
        store.OnCommit = _ => throw new InventoryStoreException("The disk is gone.");
        await Assert.ThrowsAsync<InventoryStoreException>(
            () => shop.Inventory.ExecuteAsync([.. Founding(), .. Receipts("lost", 300)]));
        store.OnCommit = commit => commit();

        // Another process gets the place's number, for a place of another kind.
        await using var other = await Shop.ConnectAsync(stores.First, clock: shop.Clock);
        await other.PostAsync(
            new DefineLocation("client", "CLIENT", LocationKind.Customer),
            new DefineLocation("site", "SITE", LocationKind.Site),
            new DefineSku("sku", "FIG"),
            Shop.Receipt("r", 5, unitCost: 2, to: "SITE", sku: "FIG"),
            new PostMovement("i", MovementKind.Issue,
                new MovementLine("FIG", Quantity.Each(4)) { From = "SITE", To = "CLIENT" }));

        Assert.Equal(2m, await ValueAsync(shop));
        Assert.Equal(2m, (await shop.PostAsync(Shop.Issue("last", 1, "SITE", "FIG")))[0].Cost);
        await shop.VerifyAsync();
    }

    private static IEnumerable<Command> Founding() =>
        [new DefineLocation("new", "NEW", LocationKind.Site), new DefineSku("fig", "FIG")];

    private static IEnumerable<Command> Receipts(string name, int count) => Enumerable.Range(0, count)
        .Select(n => (Command)Shop.Receipt($"{name}-{n}", 1, unitCost: 2, to: "NEW", sku: "FIG"));

    private static IReadOnlyList<MovementLine> Lines(int count, MovementLine line) =>
        [.. Enumerable.Repeat(line, count)];

    private static decimal? CostOf(Posted answer) => answer.Entries.Count == 0 ? null : answer.Cost;

    private static async Task<decimal> ValueAsync(Shop shop) =>
        (await shop.Inventory.GetValueAsync(Shop.Fifo, "FIG")).GetValueOrThrow().Value;
}
