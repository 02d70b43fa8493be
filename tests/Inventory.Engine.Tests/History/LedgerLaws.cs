using Inventory.Engine.Tests.Support;
using Inventory.Movements;
using NodaTime;

namespace Inventory.Engine.Tests.History;

/// <summary>Everything that must hold of any ledger, whatever was posted to it.</summary>
internal static class LedgerLaws
{
    public static readonly IReadOnlyList<string> Skus = ["NUT", "MILK"];

    public static async Task CheckAllAsync(Shop shop, Random random)
    {
        await CheckOnHandAsync(shop, random);
        await CheckValuesAsync(shop, random);
        await CheckDaysAsync(shop, random);
        await CheckRebuildAsync(shop);
    }

    public static async Task CheckOnHandAsync(Shop shop, Random random, int questions = 150)
    {
        foreach (var sku in Skus)
        {
            var history = await shop.HistoryAsync(sku);
            Assert.NotEmpty(history);
            var asOf = BruteForce.Moments(history, movement => movement.Effective, random, 40);
            var known = BruteForce.Moments(history, movement => movement.Recorded, random, 40);
            for (var i = 0; i < questions; i++)
            {
                var query = new OnHandQuery(sku)
                {
                    Location = random.Next(3) == 0 ? Shop.Places[random.Next(Shop.Places.Count)] : null,
                    Pool = random.Next(4) == 0 ? "B2" : null,
                    Lot = sku == "MILK" && random.Next(2) == 0 ? "LOT-1" : null,
                    Status = random.Next(3) == 0 ? (StockStatus)random.Next(3) : null,
                    AsOf = random.Next(6) == 0 ? null : asOf[random.Next(asOf.Count)],
                    KnownAt = random.Next(3) == 0 ? null : known[random.Next(known.Count)],
                };
                Assert.Equal((query, BruteForce.OnHand(history, query)), (query, await shop.OnHandAsync(query)));
            }
        }
    }

    public static async Task CheckValuesAsync(Shop shop, Random random, int questions = 25)
    {
        var histories = new Dictionary<string, List<Movement>>();
        foreach (var sku in Skus)
        {
            histories[sku] = await shop.HistoryAsync(sku);
        }

        var asOf = BruteForce.Moments(histories["NUT"], movement => movement.Effective, random, questions).Order()
            .ToList();
        foreach (var book in new[] { Shop.Fifo, Shop.Average })
        {
            var streamed = await shop.Inventory.ReadValuesAsync(book, asOf).ToListAsync();
            Assert.Equal(Skus, streamed.Select(values => values[0].Sku));
            foreach (var values in streamed)
            {
                for (var i = 0; i < asOf.Count; i++)
                {
                    var paper = PaperBook.Of(
                        histories[values[i].Sku].Where(movement => movement.Effective <= asOf[i]), book == Shop.Fifo,
                            book == Shop.Fifo);
                    Assert.Equal(paper.AsStockValue(values[i].Sku, asOf[i]), values[i]);
                    Assert.Equal(values[i], (await shop.Inventory.GetValueAsync(book, values[i].Sku, asOf[i]))
                        .GetValueOrThrow());
                }
            }
        }
    }

    public static async Task CheckDaysAsync(Shop shop, Random random)
    {
        foreach (var sku in Skus)
        {
            var history = await shop.HistoryAsync(sku);
            var all = (From: new LocalDate(1970, 1, 1), To: new LocalDate(2099, 1, 1));
            var some = (From: history[random.Next(history.Count)].BusinessDate,
                To: history[random.Next(history.Count)].BusinessDate);
            foreach (var (from, to) in new[] { all, some })
            {
                var days = await shop.Inventory.GetDaysAsync(sku, from, to);
                var sorted = days.OrderBy(day => day.Pool, StringComparer.Ordinal).ThenBy(day => day.Date)
                    .ThenBy(day => day.Kind);
                Assert.Equal(BruteForce.Days(history, from, to).OrderBy(day => day.Pool, StringComparer.Ordinal),
                    sorted);
            }
        }
    }

    /// <summary>Verify is clean, and rebuilding everything changes not one row.</summary>
    public static async Task CheckRebuildAsync(Shop shop)
    {
        await shop.VerifyAsync();
        var before = await shop.TextAsync();
        await shop.Inventory.RebuildAsync();
        Assert.Equal(before, await shop.TextAsync());
    }
}
