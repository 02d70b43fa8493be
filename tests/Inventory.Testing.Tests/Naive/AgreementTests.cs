using Inventory.Engine.Tests.Support;
using Inventory.TestSupport;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Testing.Tests.Naive;

/// <summary>
/// The engine against the naive model, on both stores: random stories in calls of random length, several of them
/// under way at once, every answer compared, and afterwards every number.
/// </summary>
[Capability("MOV-01"), Capability("MOV-07"), Capability("MOV-08"), Capability("MOV-13"), Capability("MOV-06")]
[Capability("LOT-01"), Capability("LOT-07"), Capability("LOC-12"), Capability("LOC-10"), Capability("QTY-06")]
[Capability("VAL-01"), Capability("VAL-03"), Capability("VAL-16"), Capability("VAL-21"), Capability("QTY-01")]
public sealed class AgreementTests
{
    [Property]
    public Task Memory_WithAnInlineFifoBook_AgreesWithTheNaiveModel(Step[] steps) =>
        TellAsync(steps, StoreKind.Memory, CostMethod.Fifo);

    [Property]
    public Task Memory_WithAnInlineAverageBook_AgreesWithTheNaiveModel(Step[] steps) =>
        TellAsync(steps, StoreKind.Memory, CostMethod.MovingAverage);

    [Property(MaxTest = 15)]
    public Task Sqlite_WithAnInlineFifoBook_AgreesWithTheNaiveModel(Step[] steps) =>
        TellAsync(steps, StoreKind.Sqlite, CostMethod.Fifo);

    [Property(MaxTest = 15)]
    public Task Sqlite_WithAnInlineAverageBook_AgreesWithTheNaiveModel(Step[] steps) =>
        TellAsync(steps, StoreKind.Sqlite, CostMethod.MovingAverage);

    [Property]
    [Capability("VAL-06"), Capability("VAL-07")]
    public Task Memory_WithAnInlineBookPerLot_AgreesWithTheNaiveModel(Step[] steps) =>
        TellAsync(steps, StoreKind.Memory, CostMethod.Specific);

    [Property(MaxTest = 15)]
    [Capability("VAL-06"), Capability("VAL-07")]
    public Task Sqlite_WithAnInlineBookPerLot_AgreesWithTheNaiveModel(Step[] steps) =>
        TellAsync(steps, StoreKind.Sqlite, CostMethod.Specific);

    [Property(MaxTest = 30)]
    [Capability("VAL-06")]
    public Task Memory_WithABookPerLotThatFollows_AgreesWithTheNaiveModel(Step[] steps) =>
        TellAsync(steps, StoreKind.Memory, CostMethod.Fifo, costsLots: true);

    [Property(MaxTest = 5)]
    [Capability("VAL-06")]
    public Task Sqlite_WithABookPerLotThatFollows_AgreesWithTheNaiveModel(Step[] steps) =>
        TellAsync(steps, StoreKind.Sqlite, CostMethod.MovingAverage, costsLots: true);

    [Property(MaxTest = 4)]
    [Capability("VAL-06")]
    public Task Memory_WithABookPerLotOverManyBlocks_AgreesWithTheNaiveModel(int seed) =>
        TellLongAsync(seed, StoreKind.Memory, CostMethod.Specific, sku: 1);

    [Property(MaxTest = 2)]
    [Capability("VAL-06")]
    public Task Sqlite_WithABookPerLotOverManyBlocks_AgreesWithTheNaiveModel(int seed) =>
        TellLongAsync(seed, StoreKind.Sqlite, CostMethod.Specific, sku: 1);

    /// <summary>Keys are looked up in the first batches only: later ones are left to the store to refuse.</summary>
    [Property(MaxTest = 25)]
    public Task Memory_WhereKeysAreNotLookedUp_AgreesWithTheNaiveModel(Step[] steps) =>
        TellAsync(steps, StoreKind.Memory, CostMethod.Fifo, batchesBefore: 300);

    [Property(MaxTest = 5)]
    public Task Sqlite_WhereKeysAreNotLookedUp_AgreesWithTheNaiveModel(Step[] steps) =>
        TellAsync(steps, StoreKind.Sqlite, CostMethod.Fifo, batchesBefore: 300);

    /// <summary>Long enough for one SKU's history to be closed in blocks, which late facts then mend.</summary>
    [Property(MaxTest = 4)]
    public Task Memory_OverManyBlocks_AgreesWithTheNaiveModel(int seed) => TellLongAsync(
        seed, StoreKind.Memory, seed % 2 == 0 ? CostMethod.Fifo : CostMethod.MovingAverage, sku: 0);

    [Property(MaxTest = 2)]
    public Task Sqlite_OverManyBlocks_AgreesWithTheNaiveModel(int seed) => TellLongAsync(
        seed, StoreKind.Sqlite, seed % 2 == 0 ? CostMethod.Fifo : CostMethod.MovingAverage, sku: 0);

    private static Task TellLongAsync(int seed, StoreKind kind, CostMethod inline, byte sku)
    {
        var steps = Step.Random(new Random(seed), 600).Select(step => step.Sku < 200 ? step with { Sku = sku } : step);
        return TellAsync([.. steps], kind, inline);
    }

    private static async Task TellAsync(
        Step[] steps, StoreKind kind, CostMethod inline, int batchesBefore = 0, bool costsLots = false)
    {
        await using var both = await TwoInventories.OpenAsync(kind, inline, costsLots);
        await both.PassBatchesAsync(batchesBefore);
        Assert.All(Story.Setting, command => Assert.True(both.Add(command)));
        await both.PassAsync(Duration.FromMinutes(1));
        var story = new Story();
        foreach (var step in steps)
        {
            if (Story.MinutesBefore(step) > 0)
            {
                await both.PassAsync(Duration.FromMinutes(Story.MinutesBefore(step)));
            }
            else if (Story.BeginsCall(step))
            {
                both.Send();
            }

            var command = story.Tell(step, both.Clock.Now);
            if (both.Add(command))
            {
                story.Accept(command);
            }
        }

        await both.PassAsync(Duration.FromMinutes(1));
        await both.CompareAsync();
        await both.CertifyAsync();
    }
}
