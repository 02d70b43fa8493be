using System.Diagnostics;
using Inventory.Load.Measure;

namespace Inventory.Load.Scenarios;

/// <summary>Seconds and bytes of one run of one side.</summary>
internal readonly record struct Side(double Seconds, double CpuSeconds, long Bytes)
{
    public static async Task<Side> MeasureAsync(Func<Task> run)
    {
        GC.Collect();
        var (bytes, cpu, start) = (Machine.BytesWritten, Environment.CpuUsage.TotalTime, Stopwatch.GetTimestamp());
        await run();
        return new Side(
            Stopwatch.GetElapsedTime(start).TotalSeconds, (Environment.CpuUsage.TotalTime - cpu).TotalSeconds,
            Machine.BytesWritten - bytes);
    }

    public string Describe(int commands) => FormattableString.Invariant(
        $"{commands / Seconds:#,0} commands/s, {CpuSeconds:0.0} s of processor, ") + FormattableString.Invariant(
        $"{Bytes / 4_096.0 / commands:0.00} pages and {(double)Bytes / commands:#,0} bytes written per command");
}
