using System.Diagnostics;
using Inventory.Load.ByHand;
using Inventory.Load.Measure;

namespace Inventory.Load.Scenarios;

/// <summary>
/// One SKU that everybody wants: callers that each reserve or issue one unit again and again, through the library,
/// against a connection per caller with BEGIN IMMEDIATE. Goal: at least 10 times its rate.
/// </summary>
internal static class HotScenario
{
    public static async Task RunAsync(Options options, Workspace workspace)
    {
        var callers = options.Number("--callers", 32);
        var seconds = options.Number("--seconds", 3);
        foreach (var reserves in new[] { true, false })
        {
            var verb = reserves ? "reserve" : "issue";
            Console.WriteLine($"  {callers} callers, one SKU, {verb} 1, {seconds} s a side and round");
            var rates = new Versus("commands/s");
            for (var round = 0; round <= options.Number("--rounds", 3); round++)
            {
                var sync = Machine.SyncMilliseconds(workspace.Folder);
                var (library, batch) = await LibraryAsync(
                    await StockedAsync(workspace), callers, seconds, reserves, NewKeys(options));
                var hand = await ByHandAsync(
                    await StockedAsync(workspace), callers, seconds, reserves, NewKeys(options));
                if (round > 0)
                {
                    rates.Add(library, hand);
                    Console.WriteLine(FormattableString
                        .Invariant($"           {batch:0.0} commands a batch, fsync p50 {sync:0.00} ms"));
                }
            }

            rates.Conclude("at least 10 times a connection per caller");
        }
    }

    // A shop numbers its orders, so keys that are sent together lie together; random ones cost a page each.
    private static Func<string> NewKeys(Options options)
    {
        if (options.Number("--random-keys", 0) != 0)
        {
            return () => Guid.NewGuid().ToString("N");
        }

        var number = 0L;
        return () => FormattableString.Invariant($"{Interlocked.Increment(ref number):D9}");
    }

    public static async Task<string> StockedAsync(Workspace workspace)
    {
        var path = workspace.NewFile();
        await Ledgers.WithAsync(path, async inventory =>
        {
            await Ledgers.DefineAsync(inventory, 1);
            await Ledgers.SendAsync(inventory, [Ledgers.Receipt("all", 0, 1_000_000_000, 1)]);
        });
        return path;
    }

    private static async Task<(double Rate, double Batch)> LibraryAsync(
        string path, int callers, int seconds, bool reserves, Func<string> nextKey)
    {
        var done = 0L;
        var commits = 0L;
        var took = 0.0;
        await Ledgers.WithAsync(path, async inventory =>
        {
            var first = await inventory.ReadChangesAsync().CountAsync();
            var start = Stopwatch.GetTimestamp();
            var last = 0L;
            await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
            {
                while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
                {
                    var key = nextKey();
                    var answer = reserves
                        ? await inventory.ReserveAsync(key, Ledgers.Sku(0), Ledgers.Place, Quantity.Each(1))
                        : await inventory.IssueAsync(key, Ledgers.Sku(0), Quantity.Each(1), Ledgers.Place);
                    Interlocked.Increment(ref done);
                    InterlockedMax(ref last, answer.GetValueOrThrow().Commit);
                }
            })));
            took = Stopwatch.GetElapsedTime(start).TotalSeconds;
            commits = last - (first > 0 ? 2 : 0);
        });
        Workspace.Delete(path);
        return (done / took, (double)done / Math.Max(1, commits));
    }

    private static async Task<double> ByHandAsync(
        string path, int callers, int seconds, bool reserves, Func<string> nextKey)
    {
        var done = 0L;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Factory.StartNew(
            () =>
            {
                using var writer = new HandWriter(path);
                while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
                {
                    var key = nextKey();
                    if (reserves)
                    {
                        writer.Reserve(1, key);
                    }
                    else
                    {
                        writer.Issue(1, key);
                    }

                    Interlocked.Increment(ref done);
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Workspace.Delete(path);
        return done / took;
    }

    private static void InterlockedMax(ref long most, long value)
    {
        for (var seen = Volatile.Read(ref most); seen < value;)
        {
            var before = Interlocked.CompareExchange(ref most, value, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}
