using Inventory.TestSupport;
using Inventory.Valuation;

namespace Inventory.Testing.Tests.Naive;

/// <summary>The engine against the naive model: random stories, every answer compared.</summary>
[Capability("MOV-01"), Capability("MOV-07"), Capability("MOV-08"), Capability("MOV-13")]
[Capability("VAL-01"), Capability("VAL-03"), Capability("VAL-16"), Capability("VAL-21")]
public sealed class AgreementTests
{
    [Property]
    public Task Engine_AgreesWithTheNaiveModel_CommandByCommand(Step[] steps) => TellAsync(steps, 1, CostMethod.Fifo);

    [Property]
    public Task Engine_AgreesWithTheNaiveModel_BatchByBatch(Step[] steps, byte size) =>
        TellAsync(steps, size % 7 + 2, CostMethod.MovingAverage);

    /// <summary>Long enough for one SKU's history to be closed in blocks, which late facts then mend.</summary>
    [Property(MaxTest = 4)]
    public Task Engine_AgreesWithTheNaiveModel_OverManyBlocks(int seed)
    {
        var random = new Random(seed);
        var bytes = new byte[6 * 600];
        random.NextBytes(bytes);
        var steps = bytes.Chunk(6)
            .Select(six => new Step(six[0], (byte)(six[1] < 200 ? 0 : six[1]), six[2], six[3], six[4], six[5]));
        return TellAsync([.. steps], 8, seed % 2 == 0 ? CostMethod.Fifo : CostMethod.MovingAverage);
    }

    private static async Task TellAsync(Step[] steps, int batch, CostMethod inline)
    {
        await using var both = await TwoInventories.OpenAsync(inline);
        await both.ExecuteAsync(Story.Setting);
        var story = new Story();
        foreach (var some in steps.Chunk(batch))
        {
            await both.ExecuteAsync(some.Select(step => story.Tell(step, both.Clock.Now)), story.Accept);
        }

        await both.CompareAsync();
    }
}
