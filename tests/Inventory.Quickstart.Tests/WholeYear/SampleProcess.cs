using System.Diagnostics;

namespace Inventory.Quickstart.Tests.WholeYear;

/// <summary>The sample as its users start it: a process of its own.</summary>
internal static class SampleProcess
{
    public static async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using Process process = Start(arguments);
        try
        {
            Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            Task<string> errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            KillIfRunning(process);
        }
    }

    /// <summary>
    /// Kills the sample as a power failure would, a while after it has printed a line that begins so.
    /// </summary>
    /// <returns>Whether it was still running then.</returns>
    public static async Task<bool> KillAsync(string after, TimeSpan wait, params string[] arguments)
    {
        using Process process = Start(arguments);
        try
        {
            string? line;
            do
            {
                line = await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken);
            }
            while (line?.StartsWith(after, StringComparison.Ordinal) == false);

            Task rest = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await Task.WhenAny(Task.Delay(wait, TestContext.Current.CancellationToken), rest);
            return KillIfRunning(process);
        }
        finally
        {
            KillIfRunning(process);
        }
    }

    private static Process Start(string[] arguments)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "Quickstart.dll");
        ProcessStartInfo start = new("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    private static bool KillIfRunning(Process process)
    {
        if (process.HasExited)
        {
            return false;
        }

        process.Kill();
        process.WaitForExit();
        return true;
    }
}
