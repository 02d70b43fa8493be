using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.History;

/// <summary>What was known stays known: an answer about a closed past never changes.</summary>
public sealed class KnownThroughTests
{
    [Property(MaxTest = 5, Arbitrary = [typeof(Seeds)])]
    [Capability("MOV-04")]
    public Task AnswerAsKnownBeforeTheLastCommit_NeverChanges(Seed seed) => CheckAsync(StoreKind.Memory, seed);

    [Property(MaxTest = 2, Arbitrary = [typeof(Seeds)])]
    [Capability("MOV-04")]
    public Task OnSqlite_AnswerAsKnownBeforeTheLastCommit_NeverChanges(Seed seed) => CheckAsync(StoreKind.Sqlite, seed);

    private static async Task CheckAsync(StoreKind kind, Seed seed)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        var random = new Random(seed.Number);
        var ledger = new RandomLedger(LedgerShape.WithLateFacts, seed);
        var asked = new List<(OnHandQuery Query, decimal Answer)>();
        for (var round = 0; round < 4; round++)
        {
            await ledger.PostAsync(shop, 200);
            foreach (var (query, answer) in asked)
            {
                Assert.Equal((query, answer), (query, await shop.OnHandAsync(query)));
            }

            var history = await shop.HistoryAsync();
            var through = (await shop.Inventory.GetOnHandAsync(new OnHandQuery("NUT"))).GetValueOrThrow().KnownThrough;
            foreach (var known in BruteForce.Moments(history, movement => movement.Recorded, random, 30))
            {
                var query = new OnHandQuery("NUT")
                {
                    KnownAt = known < through ? known : through,
                    AsOf = random.Next(3) == 0 ? null : history[random.Next(history.Count)].Effective,
                    Location = random.Next(3) == 0 ? "B1" : null,
                };
                asked.Add((query, await shop.OnHandAsync(query)));
            }
        }

        Assert.True(asked.Select(question => question.Answer).Distinct().Count() > 10);
    }
}
