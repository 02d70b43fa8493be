using Inventory.Load.Loop;
using Inventory.Load.Measure;
using Inventory.Locations;
using Inventory.Samples.Quickstart.Input;
using Inventory.Samples.Quickstart.Stock;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Load.Scenarios;

/// <summary>
/// A shop's year through the library, against a prepared loop that writes the same rows. Goal: at most 1.4 times its
/// time.
/// </summary>
internal static class ReplayScenario
{
    public static async Task RunAsync(Options options, Workspace workspace)
    {
        var file = options.File ?? throw new InvalidOperationException(
            "Usage: replay FILE, a year in the layout of online_retail.csv.gz");
        var year = ShopYearReader.Read(SalesFile.Find(file));
        var rounds = options.Number("--rounds", 3);
        Console.WriteLine($"  {year.Events.Length:#,0} movements of {year.Skus.Count:#,0} SKUs, {rounds} rounds");

        var empty = workspace.NewFile();
        await Ledgers.WithAsync(empty, _ => Task.CompletedTask);
        var seconds = new Versus("s");
        var processor = new Versus("s of processor");
        Recording? recording = null;
        for (var round = 0; round < rounds; round++)
        {
            var ours = workspace.Copy(empty);
            var library = await Side
                .MeasureAsync(() => Ledgers.WithAsync(ours, inventory => ReplayAsync(inventory, year)));
            if (recording is null)
            {
                var peak = Machine.PeakMebibytes;
                Console.WriteLine($"  peak memory of the library's run, file read included: {peak:0} MiB");
            }

            // Each run has batches of its own, and its own clock in the rows.
            recording = Recording.Of(ours);
            var theirs = workspace.Copy(empty);
            var loop = await Side.MeasureAsync(() => Task.Run(() => PreparedLoop.Run(theirs, recording)));
            Report(recording, library, loop, Comparison.Of(ours, theirs));
            seconds.Add(library.Seconds, loop.Seconds);
            processor.Add(library.CpuSeconds, loop.CpuSeconds);
            Workspace.Delete(ours);
            Workspace.Delete(theirs);
        }

        processor.Conclude("none; processor time feels the neighbours less than wall time");
        seconds.Conclude("at most 1.4 times the loop's seconds");
    }

    private static async Task ReplayAsync(IInventory inventory, ShopYear year)
    {
        (await inventory.ExecuteAsync(new DefineLocation("shop", Ledgers.Place, LocationKind.Site))).GetValueOrThrow();
        await new Replay(inventory, year).RunAsync(new Progress<ReplayStep>(), CancellationToken.None);
    }

    private static void Report(Recording recording, Side library, Side loop, IReadOnlyList<string> differences)
    {
        var commands = recording.Commands;
        Console.WriteLine(
            $"  {commands:#,0} commands in {recording.Batches.Count:#,0} transactions, "
            + $"{(double)recording.Rows() / commands:0.00} rows written per command");
        Console.WriteLine($"  library: {library.Describe(commands)}");
        Console.WriteLine($"  loop:    {loop.Describe(commands)}");
        Console.WriteLine(differences.Count == 0
            ? "  both files hold the same rows in every table"
            : $"  THE FILES DIFFER: {string.Join("; ", differences)}");
    }
}
