using Inventory.TestSupport;
using Inventory.Valuation;

namespace Inventory.Testing.Tests.Naive;

/// <summary>The engine against the naive model: random stories, every answer compared.</summary>
[Capability("SIM-01")]
public sealed class AgreementTests
{
    [Property]
    public Task Engine_AgreesWithTheNaiveModel_CommandByCommand(Step[] steps) => TellAsync(steps, 1, CostMethod.Fifo);

    [Property]
    public Task Engine_AgreesWithTheNaiveModel_BatchByBatch(Step[] steps, byte size) =>
        TellAsync(steps, size % 7 + 2, CostMethod.MovingAverage);

    private static async Task TellAsync(Step[] steps, int batch, CostMethod inline)
    {
        await using var both = await TwoInventories.OpenAsync(inline);
        await both.ExecuteAsync(Story.Setting);
        var story = new Story();
        foreach (var some in steps.Chunk(batch))
        {
            await both.ExecuteAsync([.. some.Select(step => story.Tell(step, both.Clock.Now))]);
        }

        await both.CompareAsync();
    }
}
