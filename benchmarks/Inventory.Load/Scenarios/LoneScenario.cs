using System.Diagnostics;
using Inventory.Load.ByHand;
using Inventory.Load.Measure;

namespace Inventory.Load.Scenarios;

/// <summary>
/// One caller that waits for each answer: the median time of an issue, against a prepared transaction by hand.
/// </summary>
internal static class LoneScenario
{
    private const int WarmUp = 500;

    public static async Task RunAsync(Options options, Workspace workspace)
    {
        var count = options.Number("--commands", 2_000);
        var (ours, theirs) = (await HotScenario.StockedAsync(workspace), await HotScenario.StockedAsync(workspace));
        var median = new Versus("ms p50");
        using var writer = new HandWriter(theirs);
        await Ledgers.WithAsync(ours, async inventory =>
        {
            for (var round = 0; round <= options.Number("--rounds", 5); round++)
            {
                var sync = Machine.SyncMilliseconds(workspace.Folder);
                var (library, hand) = (new List<double>(), new List<double>());
                for (var i = 0; i < (round == 0 ? WarmUp : count); i++)
                {
                    var key = FormattableString.Invariant($"{round}:{i}");
                    var start = Stopwatch.GetTimestamp();
                    (await inventory.IssueAsync(key, Ledgers.Sku(0), Quantity.Each(1), Ledgers.Place))
                        .GetValueOrThrow();
                    library.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                    start = Stopwatch.GetTimestamp();
                    writer.Issue(1, key);
                    hand.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                }

                if (round > 0)
                {
                    median.Add(Figures.Median(library), Figures.Median(hand));
                    Console.WriteLine(FormattableString.Invariant(
                        $"           p99 {Figures.Quantile(library, 0.99):0.00} ")
                        + FormattableString.Invariant($"and {Figures.Quantile(hand, 0.99):0.00} ms, ")
                        + FormattableString.Invariant($"fsync p50 {sync:0.00} ms"));
                }
            }
        });
        median.Conclude("near 1");
    }
}
