using System.Diagnostics;
using Inventory.Samples.ShopCheckout.Story;
using Inventory.TestSupport;
using Microsoft.Data.Sqlite;

namespace Inventory.ShopCheckout.Tests;

/// <summary>The sample from its first line to its last, and what is in its file afterwards.</summary>
[Capability("INT-03")]
public sealed class StoryTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("shop-checkout-tests-");

    private string File => Path.Combine(_folder.FullName, "shop.db");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Story_IsToldAsWritten_AndOrdersAndStockAgree()
    {
        using var output = new StringWriter();

        await new ShopStory(File, output).TellAsync();

        Assert.Equal(Expected(), Lines(output.ToString()));

        // The shop's tables and the ledger's can be joined: every order line is held or has left, nothing else has.
        Assert.Equal(0, Scalar(
            """
            SELECT count(*) FROM
                (SELECT sku, sum(quantity) AS ordered FROM shop_order_line GROUP BY sku) o
                JOIN inventory_sku s ON s.code = o.sku
                JOIN inventory_position p ON p.sku = s.sku
            WHERE o.ordered <> p.committed
                + (SELECT sum(e.quantity) FROM inventory_entry e WHERE e.sku = s.sku AND e.kind = 1)
            """));
        Assert.Equal(0, Scalar("SELECT count(*) FROM inventory_inbox"));
        Assert.Equal(0, Scalar(
            "SELECT count(*) FROM inventory_command WHERE document_id IN ('1002', '1003') AND document_type = 'order'"));
    }

    [Fact]
    public async Task Program_TellsTheStory_AndNeverOverwritesAFile()
    {
        var (code, lines) = await RunAsync(_folder.FullName);
        Assert.Equal(0, code);
        Assert.Equal(Expected(), lines);

        (code, lines) = await RunAsync(_folder.FullName);
        Assert.Equal((2, 0), (code, lines.Length));
    }

    private static string[] Expected() =>
        System.IO.File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "expected-story.txt"));

    // The first line names the file.
    private static string[] Lines(string text) => [.. text.TrimEnd().ReplaceLineEndings("\n").Split('\n').Skip(1)];

    private static async Task<(int Code, string[] Lines)> RunAsync(string folder)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "ShopCheckout.dll");
        var start = new ProcessStartInfo("dotnet", [program, folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        await errors;
        return (process.ExitCode, Lines(output));
    }

    private long Scalar(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = new SqliteCommand(sql, connection);
        return Convert.ToInt64(command.ExecuteScalar(), null);
    }
}
