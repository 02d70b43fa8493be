using Inventory.Engine.Tests.Support;
using Inventory.Testing.Naive;
using Inventory.TestSupport;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Engine.Tests.Pipeline;

/// <summary>
/// Two engines write to one ledger at once, late facts, counts, promises and reversals included: what comes out is
/// what the naive model makes of the accepted commands one by one, in the order of the change feed.
/// </summary>
[Capability("MOV-04"), Capability("INT-11")]
public sealed class TwoEnginesHistoryTests
{
    private const int Sellers = 4;
    private const int Calls = 14;

    [Property(MaxTest = 2, Arbitrary = [typeof(Seeds)])]
    public Task TwoEngines_InMemory_WriteOneHistory(Seed seed) => CheckAsync(StoreKind.Memory, seed);

    [Property(MaxTest = 2, Arbitrary = [typeof(Seeds)])]
    public Task TwoEngines_OnOneFile_WriteOneHistory(Seed seed) => CheckAsync(StoreKind.Sqlite, seed);

    private static async Task CheckAsync(StoreKind kind, Seed seed)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var first = await Shop.OpenAsync(stores.First);
        await using var second = await Shop.ConnectAsync(stores.Connect(), clock: first.Clock);
        var trade = new BusyTrade(first.Clock);
        first.Clock.Advance(Duration.FromDays(3));
        await Task.WhenAll(new[] { first, second }.SelectMany((shop, engine) => Enumerable.Range(0, Sellers)
            .Select(seller => Task.Run(() => SellAsync(trade, shop.Inventory, (engine, seller), seed)))));

        // The same commands once more, at the engine that did not have them: nothing happens again.
        await trade.SendAsync(second.Inventory, [.. trade.Sent.Values.Take(100)]);

        Assert.InRange(trade.Accepted.Count, trade.Sent.Count / 4, trade.Sent.Count + 100);
        Assert.Contains(trade.Refusals, error => error.Code == ErrorCodes.Insufficient);
        await CompareAsync(first, await ReplayAsync(second, trade));
        await first.VerifyAsync();
        await second.VerifyAsync();
    }

    private static Task SellAsync(BusyTrade trade, IInventory inventory, (int Engine, int Seller) who, Seed seed)
    {
        var random = new Random(seed.Number ^ (who.Engine * Sellers + who.Seller));
        var name = $"{who.Engine}-{who.Seller}";
        return who.Seller == 0
            ? trade.PromiseAsync(inventory, name, random, 8 * Calls)
            : trade.SellAsync(inventory, name, random, Calls);
    }

    // Commands in the order of the feed, each at the instant of its recording.
    private static async Task<NaiveInventory> ReplayAsync(Shop shop, BusyTrade trade)
    {
        var model = new NaiveInventory(shop.Inventory.Definition.CostScale, CostMethod.Fifo);
        var defined = Shop.Definitions.ToDictionary(command => command.Key);
        var changes = await shop.Inventory.ReadChangesAsync().ToListAsync();
        foreach (var change in changes)
        {
            var command = defined.GetValueOrDefault(change.Key) ?? trade.Sent[change.Key];
            var answer = model.Execute(command, change.Recorded);
            Assert.True(answer.IsAccepted, $"{change.Cursor} {command}: the model says {answer}");
        }

        var keys = changes.Select(change => change.Key).Where(key => !defined.ContainsKey(key)).ToList();
        Assert.Equal(keys.ToHashSet(), trade.Accepted.Select(one => one.Key).ToHashSet());
        Assert.Equal(keys.Count, keys.Distinct().Count());
        return model;
    }

    private static async Task CompareAsync(Shop shop, NaiveInventory model)
    {
        foreach (var sku in new[] { "NUT", "MILK" })
        {
            foreach (var place in Shop.Places)
            {
                var query = new OnHandQuery(sku) { Location = place, Status = Movements.StockStatus.Available };
                Assert.Equal((query, model.OnHand(sku, place)), (query, await shop.OnHandAsync(query)));
                var past = query with { AsOf = Shop.Begin + Duration.FromDays(2) };
                Assert.Equal(
                    (past, model.OnHand(sku, place, asOf: past.AsOf)), (past, await shop.OnHandAsync(past)));
            }

            foreach (var asOf in new[] { Shop.Begin + Duration.FromDays(1), shop.Clock.Now })
            {
                Assert.Equal(model.Value(sku, CostMethod.Fifo, asOf), await ValueAsync(shop, Shop.Fifo, sku, asOf));
                Assert.Equal(
                    model.Value(sku, CostMethod.MovingAverage, asOf), await ValueAsync(shop, Shop.Average, sku, asOf));
            }

            foreach (var availability in await shop.Inventory.GetAvailabilityAsync([sku]))
            {
                Assert.Equal(model.Promised(sku, availability.Pool, shop.Clock.Now).Held, availability.Held.Amount);
                Assert.Equal(model.Available(sku, availability.Pool), availability.Available.Amount);
            }
        }
    }

    private static async Task<decimal> ValueAsync(Shop shop, string book, string sku, Instant asOf) =>
        (await shop.Inventory.GetValueAsync(book, sku, asOf)).GetValueOrThrow().Value;
}
