using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;
using Inventory.Timeline;
using NodaTime;

namespace Inventory.Engine.Tests.History;

/// <summary>Random ledgers answer every question about the past as their whole history does.</summary>
public sealed class RandomLedgerTests
{
    [Property(MaxTest = 4, Arbitrary = [typeof(Seeds)])]
    [Capability("MOV-13"), Capability("VAL-21")]
    public Task InOrder_AnswersEqualBruteForce(Seed seed) =>
        CheckAsync(StoreKind.Memory, LedgerShape.InOrder, seed, 700);

    [Property(MaxTest = 4, Arbitrary = [typeof(Seeds)])]
    [Capability("MOV-13"), Capability("VAL-21"), Capability("MOV-04")]
    public Task WithLateFacts_AnswersEqualBruteForce(Seed seed) =>
        CheckAsync(StoreKind.Memory, LedgerShape.WithLateFacts, seed, 900);

    [Property(MaxTest = 4, Arbitrary = [typeof(Seeds)])]
    [Capability("MOV-13"), Capability("VAL-21"), Capability("MOV-04")]
    public Task ImportedInOneDay_AnswersEqualBruteForce(Seed seed) =>
        CheckAsync(StoreKind.Memory, LedgerShape.ImportedInOneDay, seed, 900);

    [Property(MaxTest = 2, Arbitrary = [typeof(Seeds)])]
    [Capability("MOV-13"), Capability("VAL-21"), Capability("MOV-04")]
    public Task OnSqlite_WithLateFacts_AnswersEqualBruteForce(Seed seed) =>
        CheckAsync(StoreKind.Sqlite, LedgerShape.WithLateFacts, seed, 900);

    [Property(MaxTest = 2, Arbitrary = [typeof(Seeds)])]
    [Capability("MOV-13"), Capability("VAL-21"), Capability("MOV-04")]
    public Task OnSqlite_ImportedInOneDay_AnswersEqualBruteForce(Seed seed) =>
        CheckAsync(StoreKind.Sqlite, LedgerShape.ImportedInOneDay, seed, 900);

    // More than 64 layers were used up to the last one that the window of a checkpoint held.
    [Fact]
    [Capability("VAL-01"), Capability("VAL-21")]
    public Task WindowOfLayersUsedUp_AnswersEqualBruteForce() =>
        CheckAsync(StoreKind.Memory, LedgerShape.ImportedInOneDay, new Seed(1428269573), 900);

    // A block of late facts only said that it was known as soon as the block before it began to be.
    [Fact]
    [Capability("MOV-04"), Capability("MOV-13")]
    public Task BlockOfLateFactsOnly_AnswersEqualBruteForce() =>
        CheckAsync(StoreKind.Memory, LedgerShape.ImportedInOneDay, new Seed(1044038186), 900);

    [Theory]
    [InlineData(StoreKind.Memory)]
    [InlineData(StoreKind.Sqlite)]
    [Capability("MOV-13"), Capability("VAL-21"), Capability("MOV-04")]
    public async Task ThousandsOfEntries_BlocksCloseAndAreCut_AndAnswersStayRight(StoreKind kind)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await new RandomLedger(LedgerShape.WithLateFacts, new Seed(1)).PostAsync(shop, 2_400);
        var before = await BlocksAsync(shop);
        var early = (await shop.HistoryAsync())[200].Effective;
        for (var piece = 0; piece < 6; piece++)
        {
            await shop.PostAsync([.. Enumerable.Range(0, 50).Select(i =>
                Shop.Receipt($"early-{piece}-{i}", 1, 3) with { Effective = early + Duration.FromMilliseconds(i) })]);
        }

        var after = await BlocksAsync(shop);
        Assert.True((await shop.HistoryAsync()).Count > 2_000);
        var starts = after.Select(block => block.Start).ToHashSet();
        Assert.All(before, block => Assert.Contains(block.Start, starts));
        var end = before[^1].Start;
        Assert.True(after.Count(block => block.Start <= end) > before.Count, "No block was cut.");
        Assert.Contains(after, block => block.Entries > Block.Size);
        Assert.All(after, block => Assert.InRange(block.Entries, 1, Block.SizeMax));
        await LedgerLaws.CheckAllAsync(shop, new Random(3));
    }

    private static async Task CheckAsync(StoreKind kind, LedgerShape shape, Seed seed, int commands)
    {
        await using var stores = await Stores.CreateAsync(kind);
        await using var shop = await Shop.OpenAsync(stores.First);
        await new RandomLedger(shape, seed).PostAsync(shop, commands);
        await LedgerLaws.CheckAllAsync(shop, new Random(seed.Number));
    }

    private static Task<IReadOnlyList<Block>> BlocksAsync(Shop shop) =>
        shop.ReadAsync(async reader => (await reader.GetProjectionsAsync(1)).Blocks);
}
