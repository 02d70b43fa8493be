using Inventory.Engine.Tests.History;
using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;
using Inventory.Valuation;

namespace Inventory.Engine.Tests.Books;

/// <summary>Books that are added to a ledger, and ledgers that are opened with other settings.</summary>
public sealed class AddedBookTests
{
    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("VAL-24")]
    public async Task Book_AddedToHistory_EqualsOneKeptFromTheStart(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using (var shop = await Shop.OpenAsync(stores.First, options => options.Books.RemoveAt(1)))
        {
            await new RandomLedger(LedgerShape.WithLateFacts, new Seed(5)).PostAsync(shop, 500);
            await Assert.ThrowsAsync<ArgumentException>(() => shop.Inventory.GetValueAsync(Shop.Average, "NUT"));
        }

        var checkpoints = 0;
        await using (var added = await Shop.ConnectAsync(stores.First))
        {
            checkpoints = await added.ReadAsync(async reader =>
                (await reader.GetProjectionsAsync(1)).Checkpoints.Count(checkpoint => checkpoint.Book == 2));
            Assert.True(checkpoints > 1);
            await LedgerLaws.CheckValuesAsync(added, new Random(5));
            await LedgerLaws.CheckRebuildAsync(added);
        }

        await using var others = await Stores.CreateAsync(kind);
        await using var start = await Shop.OpenAsync(others.First);
        await new RandomLedger(LedgerShape.WithLateFacts, new Seed(5)).PostAsync(start, 500);
        await using var again = await Shop.ConnectAsync(stores.First, clock: start.Clock);
        foreach (var book in new[] { Shop.Fifo, Shop.Average })
        {
            Assert.Equal(
                await start.Inventory.GetValueAsync(book, "NUT")
                    .ContinueWith(value => value.Result.Value, TaskScheduler.Default),
                (await again.Inventory.GetValueAsync(book, "NUT")).Value);
        }
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Ledger_WithOtherSettings_IsRefused(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await shop.PostAsync(Shop.Receipt("r", 1));

        foreach (var change in new Action<InventoryOptions>[]
        {
            options => options.Currency = Currency.Usd,
            options => options.CostScale = 3,
            options => options.Books[0].Method = CostMethod.MovingAverage,
            options => options.Books[0].Inline = false,
            options => options.RequireActor = true,
        })
        {
            await Assert.ThrowsAsync<ArgumentException>(() => Shop.ConnectAsync(stores.First, change));
        }

        // A book that is not named stays and is kept all the same.
        await using var fewer = await Shop.ConnectAsync(stores.First, options => options.Books.RemoveAt(0));
        await fewer.PostAsync(Shop.Receipt("still open", 1, unitCost: 4));
        Assert.Equal(5m, (await fewer.Inventory.GetValueAsync(Shop.Fifo, "NUT")).Value.Value);
        await fewer.VerifyAsync();
    }

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    public async Task Ledgers_InOneStore_DoNotSeeEachOther(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var first = await Shop.OpenAsync(stores.First);
        await using var second = await Shop.OpenAsync(stores.First, options => options.Ledger = "second");
        await first.PostAsync(Shop.Receipt("r", 5));
        await second.PostAsync(Shop.Receipt("r", 7));

        Assert.Equal(5, await first.OnHandAsync());
        Assert.Equal(7, await second.OnHandAsync());
        Assert.Equal(ErrorCodes.Insufficient, (await first.RefuseAsync(Shop.Issue("i", 6))).Code);
        await second.PostAsync(Shop.Issue("i", 6));
        Assert.Single(await first.HistoryAsync());
        Assert.DoesNotContain(await first.Inventory.ReadChangesAsync().ToListAsync(), change => change.Key.Text == "i");
        await first.VerifyAsync();
        await second.VerifyAsync();
    }
}
