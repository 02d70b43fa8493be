using System.Diagnostics;
using System.Globalization;

namespace Inventory.Load.Measure;

/// <summary>What the machine says about itself, to be printed beside every figure.</summary>
internal static class Machine
{
    private const int SyncSamples = 200;

    /// <summary>Bytes this process has had written to disk so far; 0 where the system does not count them.</summary>
    public static long BytesWritten => Field("/proc/self/io", "write_bytes:");

    /// <summary>The most memory this process has held so far, in MiB.</summary>
    public static double PeakMebibytes => Field("/proc/self/status", "VmHWM:") is var kibibytes and > 0
        ? kibibytes / 1_024.0
        : Process.GetCurrentProcess().PeakWorkingSet64 / 1_048_576.0;

    public static string Load => File.Exists("/proc/loadavg")
        ? string.Join(' ', File.ReadAllText("/proc/loadavg").Split(' ').Take(3))
        : "unknown";

    /// <summary>One line about the circumstances.</summary>
    public static string Describe() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Environment.ProcessorCount} cores, load average {Load}, {Environment.Version}, {DateTime.UtcNow:yyyy-MM-dd HH:mm}Z");

    /// <summary>The median time of a 4 KiB write with a sync, in milliseconds.</summary>
    public static double SyncMilliseconds(string folder)
    {
        var path = Path.Combine(folder, "sync.tmp");
        var times = new List<double>(SyncSamples);
        using (var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.None, 1))
        {
            var page = new byte[4_096];
            for (var i = 0; i < SyncSamples; i++)
            {
                file.Write(page);
                var start = Stopwatch.GetTimestamp();
                file.Flush(flushToDisk: true);
                times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        }

        File.Delete(path);
        return Figures.Median(times);
    }

    private static long Field(string file, string name)
    {
        if (!File.Exists(file))
        {
            return 0;
        }

        var line = File.ReadLines(file).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line is null ? 0 : long
            .Parse(line[name.Length..].Replace("kB", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
    }
}
