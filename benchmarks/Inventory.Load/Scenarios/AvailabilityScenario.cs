using System.Diagnostics;
using Inventory.Load.Measure;

namespace Inventory.Load.Scenarios;

/// <summary>
/// What can be promised of a hundred SKUs: in one call, against a call for each. Goal: at least 10 times as fast.
/// </summary>
internal static class AvailabilityScenario
{
    private const int Skus = 100;

    public static async Task RunAsync(Options options, Workspace workspace)
    {
        var path = workspace.NewFile();
        await Ledgers.WithAsync(path, async inventory =>
        {
            await Ledgers.DefineAsync(inventory, Skus);
            await Ledgers.SendAsync(
                inventory, Enumerable.Range(0, Skus).Select(sku => Ledgers.Receipt($"all{sku}", sku, 1_000, 1)));
            var codes = Enumerable.Range(0, Skus).Select(Ledgers.Sku).ToArray();
            var times = new Versus("calls of 100 SKUs/s");
            for (var round = 0; round <= options.Number("--rounds", 3); round++)
            {
                var together = await RateAsync(options, () => inventory.GetAvailabilityAsync(codes, [Ledgers.Place]));
                var apart = await RateAsync(options, async () =>
                {
                    foreach (var code in codes)
                    {
                        await inventory.GetAvailabilityAsync([code], [Ledgers.Place]);
                    }
                });
                if (round > 0)
                {
                    times.Add(together, apart);
                }
            }

            times.Conclude("at least 10 times a call for each SKU");
        });
    }

    private static async Task<double> RateAsync(Options options, Func<Task> ask)
    {
        var seconds = options.Number("--seconds", 2);
        var start = Stopwatch.GetTimestamp();
        var done = 0;
        while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
        {
            await ask();
            done++;
        }

        return done / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }
}
