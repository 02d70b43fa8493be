using System.Globalization;
using Inventory.Catalog;
using Inventory.CrashWorker;
using Inventory.Sqlite.Tests.Support;
using Inventory.TestSupport;

namespace Inventory.Sqlite.Tests.Sharing;

/// <summary>Two processes sell from the same stock in one file.</summary>
public sealed class TwoProcessTests(ITestOutputHelper output)
{
    private const int Units = 100;
    private const int Attempts = 200;

    private static readonly string[] _skus = ["A", "B", "C"];

    private static int Rounds => Environment.GetEnvironmentVariable("INVENTORY_NIGHTLY") == "1" ? 30 : 3;

    [Fact]
    [Capability("QTY-02")]
    public async Task TwoProcesses_SellingTheSameStock_SellItOnce()
    {
        for (var round = 1; round <= Rounds; round++)
        {
            using var file = new StoreFile();
            await StockAsync(file);

            var sold = await SellAsync(file);

            output.WriteLine($"round {round}: {string.Join(", ", sold)}");
            foreach (var sku in _skus)
            {
                Assert.Equal(Units, sold.Sum(line => CountOf(line, sku)));
            }

            await CheckAsync(file);
        }
    }

    private static int CountOf(string line, string sku) => line.StartsWith(sku + " ", StringComparison.Ordinal)
        ? int.Parse(line.AsSpan(sku.Length), CultureInfo.InvariantCulture)
        : 0;

    private static async Task StockAsync(StoreFile file)
    {
        await using var store = SharedLedger.Store(file.Path);
        await store.EnsureSchemaAsync();
        await using var inventory = await SharedLedger.OpenAsync(store);
        (await inventory.DefineSiteAsync("SHOP")).GetValueOrThrow();
        foreach (var sku in _skus)
        {
            (await inventory.ExecuteAsync(new DefineSku($"sku:{sku}", sku))).GetValueOrThrow();
            var received = await inventory.ReceiveAsync(
                $"receipt:{sku}", sku, Quantity.Each(Units), "SHOP", Cost.PerUnit(1.5m));
            received.GetValueOrThrow();
        }
    }

    private static async Task<List<string>> SellAsync(StoreFile file)
    {
        var sold = new List<string>();
        var attempts = Attempts.ToString(CultureInfo.InvariantCulture);
        using var first = WorkerProcess.Start("sell", file.Path, "first", attempts);
        using var second = WorkerProcess.Start("sell", file.Path, "second", attempts);
        WorkerProcess[] both = [first, second];
        foreach (var worker in both)
        {
            await worker.ReadToAsync(Selling.Ready, []);
        }

        await Task.WhenAll(both.Select(worker => worker.WriteLineAsync("go").AsTask()));
        foreach (var worker in both)
        {
            await worker.ReadToEndAsync(sold);
            Assert.Equal((0, ""), await worker.WaitAsync());
        }

        return sold;
    }

    private static async Task CheckAsync(StoreFile file)
    {
        await using var store = SharedLedger.Store(file.Path);
        await using var inventory = await SharedLedger.OpenAsync(store);
        foreach (var sku in _skus)
        {
            var onHand = (await inventory.GetOnHandAsync(new OnHandQuery(sku))).GetValueOrThrow();
            Assert.Equal(0, onHand.Quantity.Amount);
        }

        var report = await inventory.VerifyAsync();
        Assert.Empty(report.Findings);
        Assert.Equal(_skus.Length * (Units + 1), report.Entries);
    }
}
