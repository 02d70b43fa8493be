using System.Diagnostics;
using Inventory.Catalog;
using Inventory.Load.Measure;
using Inventory.Locations;
using Inventory.Lots;
using Inventory.Movements;

namespace Inventory.Load.Scenarios;

/// <summary>
/// Ranges of serials, each received, moved and sold by one command. Goal: a serial of 100,000 takes at most 1.5 times
/// as long as one of an eighth of them.
/// </summary>
internal static class RangesScenario
{
    private const string Shelf = "SHELF";

    public static async Task RunAsync(Options options, Workspace workspace)
    {
        var many = Math.Min(options.Number("--serials", PostMovement.SerialsMax), PostMovement.SerialsMax);
        var few = many / 8;
        var verbs = new[] { "receive", "transfer", "issue" };
        var micros = verbs.Select(_ => new Versus("us a serial")).ToArray();
        Console.WriteLine(FormattableString.Invariant(
            $"  {string.Join(", ", verbs)} in turn; 'library' is {many:#,0} serials, 'baseline' {few:#,0}"));
        await MeasureAsync(workspace, few);
        for (var round = 0; round < options.Number("--rounds", 3); round++)
        {
            var (large, small) = (await MeasureAsync(workspace, many), await MeasureAsync(workspace, few));
            for (var i = 0; i < verbs.Length; i++)
            {
                micros[i].Add(large[i], small[i]);
            }
        }

        for (var i = 0; i < verbs.Length; i++)
        {
            Console.WriteLine($"  {verbs[i]}:");
            micros[i].Conclude("at most 1.5 times");
        }
    }

    /// <summary>Microseconds a serial takes to be received, transferred and issued.</summary>
    private static async Task<double[]> MeasureAsync(Workspace workspace, int count)
    {
        var path = workspace.NewFile();
        var line = new MovementLine(Ledgers.Sku(0), Quantity.Each(count))
        {
            Serials = [new SerialRange("SN-000001", FormattableString.Invariant($"SN-{count:000000}"))],
        };
        PostMovement[] movements =
        [
            new("in", MovementKind.Receipt, line with { To = Ledgers.Place, Cost = Cost.PerUnit(7) }),
            new("move", MovementKind.Transfer, line with { From = Ledgers.Place, To = Shelf }),
            new("out", MovementKind.Issue, line with { From = Shelf }),
        ];
        var micros = new double[movements.Length];
        await Ledgers.WithAsync(path, async inventory =>
        {
            await Ledgers.DefineAsync(inventory, 1, Tracking.Serial);
            (await inventory.ExecuteAsync(new DefineLocation("shelf", Shelf, LocationKind.Site))).GetValueOrThrow();
            for (var i = 0; i < movements.Length; i++)
            {
                GC.Collect();
                var start = Stopwatch.GetTimestamp();
                (await inventory.ExecuteAsync(movements[i])).GetValueOrThrow();
                micros[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds / count;
            }
        });
        Workspace.Delete(path);
        return micros;
    }
}
