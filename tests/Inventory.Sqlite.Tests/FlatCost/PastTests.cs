using Inventory.Commands;
using Inventory.Sqlite.Tests.Support;
using Inventory.TestSupport;
using NodaTime;

namespace Inventory.Sqlite.Tests.FlatCost;

/// <summary>A question about the past reads one block of entries, however long the past is.</summary>
public sealed class PastTests
{
    private const int Few = 10_000;
    private const int BlockSize = 128;

    // Heads, places, a block, its balance and the block before: what is read beside entries.
    private const int Beside = 16;

    private static readonly Instant First = Instant.FromUtc(2022, 1, 1, 0, 0);

    // The open block holds 16 entries at either size, so that the sizes differ in history only.
    private static int Many => Nightly.Size(60_048, 300_048);

    [Theory]
    [InlineData(1_096)]
    [InlineData(1)]
    [Capability("MOV-13")]
    public async Task OnHand_InThePast_ReadsAsManyRowsOfALongHistoryAsOfAShortOne(int days)
    {
        await using var few = await LargeLedger.FillAsync(Entries(Few, days));
        await using var many = await LargeLedger.FillAsync(Entries(Many, days));

        var ofFew = await MostRowsAsync(few, Few, days);
        var ofMany = await MostRowsAsync(many, Many, days);

        Assert.Equal(ofFew, ofMany);
        Assert.InRange(ofMany, BlockSize - 1, BlockSize + Beside);
        Assert.InRange(await MostRowsAsKnownAsync(few), 1, 2 * BlockSize + Beside);
        Assert.InRange(await MostRowsAsKnownAsync(many), 1, 2 * BlockSize + Beside);
    }

    // Every place in the first block, in one in the middle, in the last closed one and in the open one.
    private static async Task<long> MostRowsAsync(LargeLedger ledger, int size, int days)
    {
        var most = 0L;
        foreach (var block in new[] { 0, size / BlockSize / 2, size / BlockSize - 1, size / BlockSize })
        {
            for (var i = block * BlockSize; i < Math.Min(size, (block + 1) * BlockSize); i++)
            {
                var answer = await AskAsync(ledger, new OnHandQuery("A") { AsOf = At(i, size, days) });
                Assert.Equal(Quantity.Each(i / 2 + (i % 2 == 0 ? 3 : 1)), answer.Quantity);
                most = Math.Max(most, answer.RowsRead);
            }
        }

        return most;
    }

    private static async Task<long> MostRowsAsKnownAsync(LargeLedger ledger)
    {
        var most = 0L;
        var recorded = await ledger.Inventory.ReadChangesAsync().Select(change => change.Recorded).Distinct()
            .ToListAsync();
        foreach (var known in recorded)
        {
            most = Math.Max(most, (await AskAsync(ledger, new OnHandQuery("A") { KnownAt = known })).RowsRead);
        }

        return most;
    }

    private static async Task<OnHand> AskAsync(LargeLedger ledger, OnHandQuery query) =>
        (await ledger.Inventory.GetOnHandAsync(query)).GetValueOrThrow();

    private static IEnumerable<Command> Entries(int size, int days) => Enumerable.Range(0, size).Select(Command (i) =>
        (i % 2 == 0 ? Shop.Receipt($"r{i}", "A", 3) : Shop.Issue($"i{i}", "A", 2)) with
        {
            Effective =
            At(i, size, days)
        });

    private static Instant At(int index, int size, int days) =>
        First + Duration.FromMilliseconds(index * (days * 86_400_000L / size));
}
