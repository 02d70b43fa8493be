using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Feed;

/// <summary>The feed, documents, identifiers and anchors.</summary>
public sealed class ChangeFeedTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Feed_InPieces_GivesEveryCommandOnceInOrder(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        var applied = Shop.Definitions.Select(definition => definition.Key).ToList();
        var seen = new List<Change>();
        var random = new Random(4);
        foreach (var (now, commands) in new RandomLedger(LedgerShape.InOrder, new Seed(4)).Pieces(shop.Clock.Now, 300))
        {
            shop.Clock.Now = now;
            var answers = await shop.Inventory.ExecuteAsync(commands);
            applied.AddRange(commands.Where((_, i) => answers[i].Succeeded).Select(command => command.Key));
            await ReadAsync(random.Next(1, 40));
        }

        await ReadAsync(int.MaxValue);
        Assert.Equal(applied, seen.Select(change => change.Key));
        Assert.Equal(seen.Count, seen.Select(change => change.Cursor).Distinct().Count());
        var movements = seen.SelectMany(change => change.Movements).ToList();
        Assert.Equal(await shop.HistoryAsync(), movements.Where(movement => movement.Sku == "NUT")
            .OrderBy(movement => movement.Effective).ThenBy(movement => movement.Version));

        async Task ReadAsync(int count) => seen.AddRange(
            await shop.Inventory.ReadChangesAsync(seen.Count == 0 ? default : seen[^1].Cursor).Take(count)
                .ToListAsync());
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Document_GivesItsOwnChangesOnly(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        var order = new SourceDocument("order", "17");
        await shop.PostAsync(
            Shop.Receipt("a", 5) with { Document = order },
            Shop.Receipt("b", 5) with { Document = new SourceDocument("order", "18") },
            Shop.Issue("c", 1) with { Document = order, Stamp = new Stamp("ann") },
            Shop.Receipt("d", 5) with { Document = new SourceDocument("invoice", "17") });

        var changes = await shop.Inventory.ReadChangesOfAsync("order", "17").ToListAsync();

        Assert.Equal(["a", "c"], changes.Select(change => change.Key.Text));
        Assert.All(changes, change => Assert.Equal(order, change.Document));
        Assert.Equal("ann", changes[1].Stamp!.Actor);
        Assert.Equal(1, Assert.Single(changes[1].Movements).Quantity.Amount);
        Assert.Empty(await shop.Inventory.ReadChangesOfAsync("order", "19").ToListAsync());
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("CAT-03")]
    public async Task Identifier_IsFoundInItsTimeOnly(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        var (from, to) = (new LocalDate(2021, 3, 1), new LocalDate(2021, 3, 31));
        await shop.PostAsync(
            new AddIdentifier("g1", "NUT", IdentifierKind.Gtin, "4006381333931") { ValidFrom = from, ValidTo = to },
            new AddIdentifier("g2", "MILK", IdentifierKind.Gtin, "04006381333931") { ValidFrom = to.PlusDays(1) });
        Assert.Equal(
            ErrorCodes.AmbiguousIdentifier,
            (await shop.RefuseAsync(
                new AddIdentifier("g3", "MILK", IdentifierKind.Gtin, "4006381333931") { ValidFrom = to })).Code);

        Assert.Equal([null, 1, 1, 2], await Task.WhenAll(
            new[] { from.PlusDays(-1), from, to, to.PlusDays(1) }.Select(async day =>
                (await shop.Inventory.FindIdentifierAsync(IdentifierKind.Gtin, "4006381333931", day))?.Sku)));
        Assert.Null(await shop.Inventory.FindIdentifierAsync(IdentifierKind.Barcode, "4006381333931", from));
    }

    [Fact]
    public async Task Anchor_ChangesWithHistory_AndIsTheSameOnBothStores()
    {
        await using var memory = await Stores.CreateAsync(StoreKind.Memory);
        await using var sqlite = await Stores.CreateAsync(StoreKind.Sqlite);
        await using var first = await Shop.OpenAsync(memory.First);
        await using var second = await Shop.OpenAsync(sqlite.First);
        var anchors = new HashSet<Digest>();
        for (var i = 0; i < 20; i++)
        {
            await first.PostAsync(Shop.Receipt($"r{i}", 1));
            await second.PostAsync(Shop.Receipt($"r{i}", 1));
            var anchor = await first.Inventory.GetAnchorAsync();
            Assert.Equal(anchor.Hash, (await second.Inventory.GetAnchorAsync()).Hash);
            Assert.True(anchors.Add(anchor.Hash));
        }
    }
}
