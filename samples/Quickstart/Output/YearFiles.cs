using Inventory.Samples.Quickstart.Report;

namespace Inventory.Samples.Quickstart.Output;

/// <summary>The files a run leaves beside its database.</summary>
internal static class YearFiles
{
    public static void Write(string folder, YearReport report)
    {
        Write(folder, SkuFile.Name, to => SkuFile.Write(to, report.Rows));
        Write(folder, TotalsFile.Name, to => TotalsFile.Write(to, report));
        Write(folder, MonthEndFile.Name, to => MonthEndFile.Write(to, report.MonthEnds));
    }

    private static void Write(string folder, string name, Action<TextWriter> write) =>
        OutputFile.Write(Path.Combine(folder, name), write);
}
