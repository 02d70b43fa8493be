namespace Inventory.Quickstart.Tests.WholeYear;

/// <summary>
/// A folder with the results of the sample on the real year: the one that QUICKSTART_OUT names, or else of a run made
/// for the tests, once for all of them.
/// </summary>
public sealed class ExpectedYear : IDisposable
{
    private readonly Lazy<Task<string>> _folder;
    private TemporaryFolder? _ownRun;

    public ExpectedYear() => _folder = new Lazy<Task<string>>(FindOrRunAsync);

    public Task<string> FolderAsync()
    {
        Assert.SkipUnless(SharedYear.IsThere, SharedYear.Absence);
        return _folder.Value;
    }

    public void Dispose() => _ownRun?.Dispose();

    private Task<string> FindOrRunAsync()
    {
        string? given = Environment.GetEnvironmentVariable("QUICKSTART_OUT");
        return string.IsNullOrEmpty(given) ? RunAsync() : Task.FromResult(given);
    }

    private async Task<string> RunAsync()
    {
        _ownRun = new TemporaryFolder();
        (int exitCode, string output, string errors) =
            await SampleProcess.RunAsync(SharedYear.Sales, "--out", _ownRun.Path);
        Assert.True(exitCode == 0, $"Exit code {exitCode}: {errors}\n{output}");
        Assert.Contains("Verify clean", output);
        return _ownRun.Path;
    }
}
