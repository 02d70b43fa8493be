using Inventory.Samples.Quickstart.CommandLine;
using Inventory.Samples.Quickstart.Display;
using Inventory.Samples.Quickstart.Input;
using Inventory.Samples.Quickstart.MadeUp;
using Inventory.Samples.Quickstart.Output;
using Inventory.Samples.Quickstart.Report;
using Inventory.Samples.Quickstart.Stock;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Samples.Quickstart;

/// <summary>The main job from end to end: read the year, keep its stock, report on it.</summary>
/// <param name="keeper">Keeps the stock.</param>
/// <param name="output">Where progress and summary go.</param>
/// <param name="progress">Told how far the replay is.</param>
internal sealed class QuickstartRun(IStockKeeper keeper, TextWriter output, IProgress<ReplayStep> progress)
{
    /// <returns>An <see cref="ExitCode"/>.</returns>
    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(arguments.OutFolder);
        SalesFile source = SalesFile.Find(arguments.Path ?? MakeUpYear(arguments));
        output.WriteLine($"Reading {source.Path}");
        ShopYear year = ShopYearReader.Read(source);

        output.WriteLine(
            $"Replaying {Shown.Count(year.Events.Length)} movements of {Shown.Count(year.Skus.Count)} SKUs");
        StockAnswers answers = await keeper.KeepAsync(source, year, progress, cancellationToken);

        YearReport report = new(year, answers);
        YearFiles.Write(arguments.OutFolder, report);
        Summary.Write(output, source, report);
        output.WriteLine($"Results are in {arguments.OutFolder}");
        output.WriteLine($"Verify {(report.Check.IsClean ? "clean" : "NOT CLEAN")}: {report.Check.Words}");
        return report.Check.IsClean ? ExitCode.Done : ExitCode.LedgerNotClean;
    }

    private string MakeUpYear(Arguments arguments)
    {
        string path = Path.Combine(arguments.OutFolder, MadeUpFile.Name);
        output.WriteLine($"Making up a year from seed {Figures.Count(arguments.Seed)}");
        MadeUpFile.Write(path, arguments.Seed);
        return path;
    }
}
