using System.Diagnostics;
using System.Text;

namespace Inventory.Packages.Tests;

/// <summary>Runs the dotnet command as a user would: without what a running build or test host has set.</summary>
internal static class DotnetCommand
{
    private static readonly TimeSpan TimeMax = TimeSpan.FromMinutes(5);

    /// <summary>Runs to the end and gives the output; a failing command fails the test with all it printed.</summary>
    public static async Task<string> RunAsync(
        string folder,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string>? variables = null)
    {
        using var process = new Process { StartInfo = Start(folder, arguments, variables) };
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var command = "dotnet " + string.Join(' ', arguments);
        using var timeout = new CancellationTokenSource(TimeMax);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{command} took over {TimeMax}:{Environment.NewLine}{output}");
        }

        var text = output.ToString();
        Assert.True(process.ExitCode == 0, $"{command} failed:{Environment.NewLine}{text}");
        return text;
    }

    private static ProcessStartInfo Start(
        string folder,
        IReadOnlyList<string> arguments,
        IReadOnlyDictionary<string, string>? variables)
    {
        var host = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        var start = new ProcessStartInfo(host, arguments)
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheRunningBuild).ToList())
        {
            start.Environment.Remove(name);
        }

        // A server or node that outlives the command would keep its output open, and its memory.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        start.Environment["UseSharedCompilation"] = "false";
        start.Environment["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in variables ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static bool IsOfTheRunningBuild(string name) =>
        name.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("VSTEST", StringComparison.OrdinalIgnoreCase)
        || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase)
        || name is "DOTNET_HOST_PATH" or "DOTNET_ROOT_X64";

    private static void Append(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }
}
