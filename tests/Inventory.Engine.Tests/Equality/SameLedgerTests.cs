using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Engine.Tests.Equality;

/// <summary>
/// The same commands make the same ledger, whichever store it is in and however the commands were put together.
/// </summary>
public sealed class SameLedgerTests
{
    [Property(MaxTest = 3, Arbitrary = [typeof(Seeds)])]
    [Capability("MOV-01")]
    public async Task OneByOne_BothStoresHoldTheSameRows(Seed seed)
    {
        var pieces = Pieces(seed, 250);
        var memory = await RunAsync(StoreKind.Memory, pieces, _ => 1, shop => shop.TextAsync());
        var sqlite = await RunAsync(StoreKind.Sqlite, pieces, _ => 1, shop => shop.TextAsync());

        Assert.True(memory.Count > 250);
        Assert.Equal(memory, sqlite);
    }

    [Property(MaxTest = 4, Arbitrary = [typeof(Seeds)])]
    [Capability("MOV-01")]
    public async Task AnyBatching_MakesTheSameEntriesChainAndAnswers(Seed seed)
    {
        var random = new Random(seed.Number);
        var pieces = Pieces(seed, 500);
        var first = await RunAsync(StoreKind.Memory, pieces, _ => 1, LedgerRows.ReadAsync);
        var second = await RunAsync(StoreKind.Memory, pieces, all => all, LedgerRows.ReadAsync);
        var third = await RunAsync(StoreKind.Sqlite, pieces, all => random.Next(1, all + 1), LedgerRows.ReadAsync);

        Assert.True(first.Count > 100);
        Assert.Equal(first, second);
        Assert.Equal(first, third);
    }

    [Fact]
    public async Task OtherCommands_MakeAnotherLedger()
    {
        var first = await RunAsync(StoreKind.Memory, Pieces(new Seed(1), 50), _ => 1, LedgerRows.ReadAsync);
        var second = await RunAsync(StoreKind.Memory, Pieces(new Seed(2), 50), _ => 1, LedgerRows.ReadAsync);

        Assert.NotEqual(first, second);
    }

    private static List<(Instant Now, List<Command> Commands)> Pieces(Seed seed, int count) =>
        [.. new RandomLedger(LedgerShape.WithLateFacts, seed).Pieces(Shop.Begin, count)];

    private static async Task<List<string>> RunAsync(
        StoreKind kind, List<(Instant Now, List<Command> Commands)> pieces, Func<int, int> size, Func<Shop,
            Task<List<string>>> read)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.ConnectAsync(stores.First);
        foreach (var definition in Shop.Definitions)
        {
            await shop.PostAsync(definition);
        }

        var answers = new List<string>();
        foreach (var (now, commands) in pieces)
        {
            shop.Clock.Now = now;
            for (var sent = 0; sent < commands.Count;)
            {
                var part = commands.GetRange(sent, Math.Min(size(commands.Count), commands.Count - sent));
                answers.AddRange((await shop.Inventory.ExecuteAsync(part)).Select(AnswerText.Of));
                sent += part.Count;
            }
        }

        await shop.VerifyAsync();
        return [.. answers, .. await read(shop)];
    }
}
