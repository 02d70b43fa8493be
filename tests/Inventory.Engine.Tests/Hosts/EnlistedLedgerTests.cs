using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;
using Microsoft.Data.Sqlite;
using NodaTime;

namespace Inventory.Engine.Tests.Hosts;

/// <summary>
/// Commands that go through transactions of a host make the ledger that they make through the pipeline, whatever the
/// host commits and rolls back, and while the running engine works on the same file.
/// </summary>
[Capability("MOV-01")]
[Capability("INT-11")]
public sealed class EnlistedLedgerTests
{
    [Property(MaxTest = 4, Arbitrary = [typeof(Seeds)])]
    public async Task AnyMixture_MakesTheLedgerOfThePipelineAlone(Seed seed)
    {
        List<(Instant Now, List<Command> Commands)> pieces =
            [.. new RandomLedger(LedgerShape.WithLateFacts, seed).Pieces(Shop.Begin, 300)];
        var alone = await RunAsync(StoreKind.Memory, pieces, (_, shop, commands) => OneByOneAsync(shop, commands));
        var random = new Random(seed.Number);

        var mixed = await RunAsync(StoreKind.Sqlite, pieces, (stores, shop, commands) => random.Next(4) switch
        {
            0 => OneByOneAsync(shop, commands),
            1 => EnlistAsync(stores, shop, commands, isKept: true),
            2 => EnlistAsync(stores, shop, commands, isKept: false),
            _ => EnlistEachAsync(stores, shop, commands),
        });

        Assert.True(alone.Count > 150);
        Assert.Equal(alone, mixed);
    }

    private static async Task<List<string>> RunAsync(
        StoreKind kind, List<(Instant Now, List<Command> Commands)> pieces,
        Func<Stores, Shop, List<Command>, Task<List<string>>> send)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        var answers = new List<string>();
        foreach (var (now, commands) in pieces)
        {
            shop.Clock.Now = now;
            answers.AddRange(await send(stores, shop, commands));
        }

        await shop.VerifyAsync();
        return [.. answers, .. await LedgerRows.ReadAsync(shop)];
    }

    private static async Task<List<string>> OneByOneAsync(Shop shop, List<Command> commands)
    {
        var answers = new List<string>();
        foreach (var command in commands)
        {
            answers.Add(AnswerText.Of(await shop.Inventory.ExecuteAsync(command)));
        }

        return answers;
    }

    // All in one transaction, a call for each; what is rolled back is then done by the pipeline.
    private static async Task<List<string>> EnlistAsync(
        Stores stores, Shop shop, List<Command> commands, bool isKept)
    {
        using var connection = new SqliteConnection(stores.ConnectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var answers = new List<string>();
        foreach (var command in commands)
        {
            answers.Add(AnswerText.Of((await shop.Inventory.EnlistAsync(transaction, [command]))[0]));
        }

        if (isKept)
        {
            await transaction.CommitAsync();
            return answers;
        }

        await transaction.RollbackAsync();
        Assert.Equal(answers, await OneByOneAsync(shop, commands));
        return answers;
    }

    private static async Task<List<string>> EnlistEachAsync(Stores stores, Shop shop, List<Command> commands)
    {
        var answers = new List<string>();
        foreach (var command in commands)
        {
            answers.AddRange(await EnlistAsync(stores, shop, [command], isKept: true));
        }

        return answers;
    }
}
