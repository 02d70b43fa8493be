using System.Diagnostics;
using System.Globalization;
using Inventory.Catalog;
using Inventory.CrashWorker;
using Inventory.Sqlite.Tests.Support;
using Inventory.TestSupport;
using Inventory.Testing.Promises;

namespace Inventory.Sqlite.Tests.Sharing;

/// <summary>Two processes reserve from the same stock in one file, round after round.</summary>
public sealed class RaceTests(ITestOutputHelper output)
{
    private const int Units = 100;
    private const int VerifyEvery = 50;

    private static int Rounds => Nightly.Size(50, 1_000);

    [Fact]
    [Capability("QTY-02"), Capability("INT-11")]
    public async Task TwoProcesses_ReservingTheSameStock_PromiseEachUnitOnce()
    {
        var watch = Stopwatch.StartNew();
        using var file = new StoreFile();
        await using var store = SharedLedger.Store(file.Path);
        await store.EnsureSchemaAsync();
        await using var inventory = await SharedLedger.OpenAsync(store);
        (await inventory.DefineSiteAsync("SHOP")).GetValueOrThrow();
        using var first = WorkerProcess.Start("race", file.Path, "first");
        using var second = WorkerProcess.Start("race", file.Path, "second");
        await first.ReadToAsync(Racing.Ready, []);
        await second.ReadToAsync(Racing.Ready, []);

        var wins = new List<int>();
        for (var round = 1; round <= Rounds; round++)
        {
            wins.Add(await RaceAsync(inventory, round.ToString(CultureInfo.InvariantCulture), first, second));
            if (round <= VerifyEvery || round % VerifyEvery == 0 || round == Rounds)
            {
                Assert.Empty((await inventory.VerifyAsync()).Findings);
            }
        }

        Assert.Null((await PromiseCertificate.CheckAsync(inventory)).Breach);
        output.WriteLine($"{Rounds} rounds in {watch.Elapsed.TotalSeconds:0.0} s; the first process got "
            + $"{wins.Min()} to {wins.Max()} of the {Units} units, {wins.Average():0.0} on average");
        Assert.Contains(wins, win => win is > 0 and < Units);
    }

    // Returns how many units only the first process promised.
    private static async Task<int> RaceAsync(
        IInventory inventory, string round, WorkerProcess first, WorkerProcess second)
    {
        var sku = Racing.Sku(round);
        (await inventory.ExecuteAsync(new DefineSku($"sku:{round}", sku))).GetValueOrThrow();
        (await inventory.ReceiveAsync($"receipt:{round}", sku, Quantity.Each(Units), "SHOP", Cost.PerUnit(1)))
            .GetValueOrThrow();
        await first.WriteLineAsync(round);
        await second.WriteLineAsync(round);
        var (one, other) = (new List<string>(), new List<string>());
        await first.ReadToAsync(Racing.Done, one);
        await second.ReadToAsync(Racing.Done, other);

        Check(round, Promised(one), Promised(other), [.. one, .. other]);
        var there = Assert.Single(await inventory.GetAvailabilityAsync([sku]));
        Assert.Equal((Quantity.Each(Units), Quantity.Each(0)), (there.Held, there.Available));
        return Promised(one).Except(Promised(other), StringComparer.Ordinal).Count();
    }

    private static void Check(string round, HashSet<string> one, HashSet<string> other, List<string> lines)
    {
        var promised = one.Union(other, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var refused = Keys(lines, Racing.Refused);
        var units = promised.Sum(key => key.EndsWith(Racing.TwoLines, StringComparison.Ordinal) ? 2 : 1);
        Assert.True(units == Units, $"Round {round}: {units} units were promised to callers.");
        Assert.True(refused.Count > Units / 2, $"Round {round}: only {refused.Count} commands were refused.");

        // Units only become fewer, so what is sent twice, or by both, is answered the same; and two commands go
        // together.
        Assert.Empty(promised.Intersect(refused, StringComparer.Ordinal));
        Assert.All(
            promised.Where(key => key.EndsWith(Racing.FirstCommand, StringComparison.Ordinal)),
            key => Assert.Contains(key[..^Racing.FirstCommand.Length] + Racing.SecondCommand, promised));
    }

    private static HashSet<string> Promised(List<string> lines) => Keys(lines, Racing.Promised);

    private static HashSet<string> Keys(List<string> lines, string answer) => lines
        .Where(line => line.StartsWith(answer, StringComparison.Ordinal))
        .Select(line => line.Split(' ')[1])
        .ToHashSet(StringComparer.Ordinal);
}
