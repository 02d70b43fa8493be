using System.IO.Compression;
using System.Text;

namespace Inventory.Quickstart.Tests.WholeYear;

public class SampleProcessTests
{
    [Fact]
    public async Task Help_IsPrinted()
    {
        (int exitCode, string output, string errors) = await SampleProcess.RunAsync("--help");
        Assert.Equal((0, ""), (exitCode, errors));
        Assert.Contains("--out DIR", output);
    }

    [Theory]
    [InlineData("There is no option --fast. See --help.", "--fast")]
    [InlineData("There is no file no-such-file.csv.", "no-such-file.csv")]
    public async Task WrongArguments_GoToStderrWithExitCode2(string message, params string[] arguments)
    {
        using TemporaryFolder folder = new();
        (int exitCode, string output, string errors) =
            await SampleProcess.RunAsync([.. arguments, "--out", folder.Path]);
        Assert.Equal((2, "", message), (exitCode, output, errors.TrimEnd()));
    }

    [Fact]
    public async Task ABadRow_IsNamed()
    {
        using TemporaryFolder folder = new();
        await File.WriteAllTextAsync(
            folder["bad.csv"], Sales.Text("1,22386,0,2010-12-01 08:26,2.55"), TestContext.Current.CancellationToken);
        (int exitCode, _, string errors) = await SampleProcess.RunAsync(folder["bad.csv"], "--out", folder.Path);
        Assert.Equal(2, exitCode);
        Assert.Equal(
            "Row 2, column Quantity: \"0\" is neither a sale (above 0) nor a return (below 0).", errors.TrimEnd());
    }

    // A switch in the sample's project makes it so, which only its own process has.
    [Fact]
    public async Task AZipThatWasCutShort_IsNotTakenForTheWhole()
    {
        using TemporaryFolder folder = new();
        string[] lines = [.. Enumerable.Range(0, 50_000).Select(i => $"{i},22386,{1 + i % 9},2010-12-01 08:26,2.55")];
        byte[] whole = Zip(Sales.Text(lines));
        await File.WriteAllBytesAsync(
            folder["cut.csv.gz"], whole[..(whole.Length / 2)], TestContext.Current.CancellationToken);
        (int exitCode, _, string errors) = await SampleProcess.RunAsync(folder["cut.csv.gz"], "--out", folder.Path);
        Assert.Equal(2, exitCode);
        Assert.StartsWith("Found truncated data", errors, StringComparison.Ordinal);
    }

    private static byte[] Zip(string text)
    {
        using MemoryStream zipped = new();
        using (GZipStream zip = new(zipped, CompressionLevel.Fastest))
        {
            zip.Write(Encoding.UTF8.GetBytes(text));
        }

        return zipped.ToArray();
    }
}
