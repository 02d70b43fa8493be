using System.Diagnostics;
using System.Threading.Channels;

namespace Inventory.Sqlite.Tests.Support;

/// <summary>
/// The crash worker as a process of its own. Its lines come through a channel, all that it wrote before its end.
/// </summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly Channel<string> _lines = Channel.CreateUnbounded<string>();
    private readonly Process _process;
    private readonly Task<string> _errors;

    private WorkerProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
        _ = Task.Factory.StartNew(Pump, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public static WorkerProcess Start(params string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Inventory.CrashWorker.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new WorkerProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start."));
    }

    public ValueTask WriteLineAsync(string line) => new(_process.StandardInput.WriteLineAsync(line));

    /// <summary>Reads up to a line and puts all that were read, it included, into the list.</summary>
    public async Task ReadToAsync(string last, List<string> lines)
    {
        while (await _lines.Reader.WaitToReadAsync(TestContext.Current.CancellationToken))
        {
            while (_lines.Reader.TryRead(out var line))
            {
                lines.Add(line);
                if (line == last)
                {
                    return;
                }
            }
        }

        Assert.Fail($"The worker ended without the line '{last}': {await _errors}");
    }

    /// <summary>Reads all lines up to the end of the process.</summary>
    public async Task ReadToEndAsync(List<string> lines)
    {
        await foreach (var line in _lines.Reader.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            lines.Add(line);
        }
    }

    /// <summary>Ends it as a power failure would: nothing in it runs any more.</summary>
    public void Kill() => _process.Kill();

    public async Task<(int ExitCode, string Errors)> WaitAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (_process.ExitCode, await _errors);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private void Pump()
    {
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            _lines.Writer.TryWrite(line);
        }

        _lines.Writer.Complete();
    }
}
