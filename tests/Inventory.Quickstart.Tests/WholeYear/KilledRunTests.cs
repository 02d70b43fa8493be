using System.Globalization;
using Inventory.Samples.Quickstart.CommandLine;
using Inventory.Samples.Quickstart.Input;
using Inventory.TestSupport;

namespace Inventory.Quickstart.Tests.WholeYear;

/// <summary>A run that is killed and started again with the same arguments ends as if nothing had happened.</summary>
[Capability("MOV-06")]
public sealed class KilledRunTests(ITestOutputHelper output) : IDisposable
{
    private const int Kills = 5;
    private const int Seed = 4_711;

    private static readonly string[] _results = ["sku.csv", "totals.json", "month_end_value.csv"];

    private readonly TemporaryFolder _folder = new();

    private string Input => _folder["sales.csv"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Run_KilledAndStartedAgain_EndsAsIfNothingHadHappened()
    {
        await WriteYearAsync(Input, lines: 12_000);
        Assert.Equal(ExitCode.Done, (await SampleProcess.RunAsync(Input, "--out", _folder["whole"])).ExitCode);

        Random random = new(Seed);
        int kills = 0;
        for (int i = 0; i < Kills; i++)
        {
            TimeSpan wait = TimeSpan.FromMilliseconds(random.Next(0, 1_200));
            kills += await SampleProcess.KillAsync("Replaying", wait, Input, "--out", _folder["killed"]) ? 1 : 0;
        }

        (int exitCode, string summary, string errors) = await SampleProcess.RunAsync(Input, "--out", _folder["killed"]);

        output.WriteLine($"{kills} of {Kills} kills fell before the end, seed {Seed}");
        Assert.Equal((ExitCode.Done, ""), (exitCode, errors));
        Assert.True(kills >= 2, $"Only {kills} kills fell before the end of the run.");
        Assert.Contains("Verify clean", summary);
        foreach (string name in _results)
        {
            string expected = await ReadAsync(Path.Combine(_folder["whole"], name));
            Assert.Equal(expected, await ReadAsync(Path.Combine(_folder["killed"], name)));
        }
    }

    [Fact]
    public async Task Run_ThatIsFinished_PrintsItsSummaryAgainAndChangesNothing()
    {
        await WriteYearAsync(Input, lines: 400);
        (_, string first, _) = await SampleProcess.RunAsync(Input, "--out", _folder["out"]);
        byte[][] before = await FilesAsync();

        (int exitCode, string second, string errors) = await SampleProcess.RunAsync(Input, "--out", _folder["out"]);

        Assert.Equal((ExitCode.Done, ""), (exitCode, errors));
        Assert.Equal(Summary(first), Summary(second));
        Assert.Equal(before, await FilesAsync());

        async Task<byte[][]> FilesAsync() => await Task.WhenAll(_results.Append("stock.db")
            .Select(name => Path.Combine(_folder["out"], name))
            .Select(path => File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken)));
    }

    [Fact]
    public async Task AnotherInput_IsRefusedByName()
    {
        await WriteYearAsync(Input, lines: 100);
        await WriteYearAsync(_folder["other.csv"], lines: 101);
        Assert.Equal(ExitCode.Done, (await SampleProcess.RunAsync(Input, "--out", _folder["out"])).ExitCode);
        string results = await ReadAsync(Path.Combine(_folder["out"], "sku.csv"));

        (int exitCode, _, string errors) = await SampleProcess.RunAsync(_folder["other.csv"], "--out", _folder["out"]);

        Assert.Equal(ExitCode.WrongInput, exitCode);
        Assert.Contains(SalesFile.Find(Input).Sha256, errors);
        Assert.Contains(SalesFile.Find(_folder["other.csv"]).Sha256, errors);
        Assert.Equal(results, await ReadAsync(Path.Combine(_folder["out"], "sku.csv")));
    }

    // What is between the replay, which a finished run leaves out, and the end.
    private static string Summary(string text)
    {
        int replay = text.IndexOf("Replaying", StringComparison.Ordinal);
        return text[text.IndexOf("sales.csv", replay, StringComparison.Ordinal)..];
    }

    private static Task<string> ReadAsync(string path) =>
        File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);

    private static Task WriteYearAsync(string path, int lines)
    {
        Random random = new(Seed);
        DateTime first = new(2025, 1, 2, 8, 0, 0, DateTimeKind.Utc);
        IEnumerable<string> rows = Enumerable.Range(0, lines).Select(i =>
        {
            bool isReturn = random.Next(40) == 0;
            DateTime at = first.AddMinutes(i * 500_000L / lines);
            int quantity = isReturn ? -1 : random.Next(1, 20);
            string price = (1 + random.Next(900) / 100m).ToString(CultureInfo.InvariantCulture);
            return string.Create(
                CultureInfo.InvariantCulture,
                $"{(isReturn ? "C" : "")}{500_000 + i},{20_000 + random.Next(120)},{quantity},{at:yyyy-MM-dd HH:mm},{price}");
        });
        return File.WriteAllTextAsync(path, Sales.Text([.. rows]), TestContext.Current.CancellationToken);
    }
}
