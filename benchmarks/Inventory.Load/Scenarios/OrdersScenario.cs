using System.Diagnostics;
using Inventory.Load.ByHand;
using Inventory.Load.Measure;
using Inventory.Reservations;

namespace Inventory.Load.Scenarios;

/// <summary>
/// Orders of ten lines over fifty SKUs: callers that each reserve one order after the other, through the library,
/// against a connection per caller with BEGIN IMMEDIATE. Goal: at least 3 times its rate.
/// </summary>
internal static class OrdersScenario
{
    private const int Skus = 50;
    private const int Lines = 10;

    public static async Task RunAsync(Options options, Workspace workspace)
    {
        var callers = options.Number("--callers", 32);
        var seconds = options.Number("--seconds", 3);
        Console.WriteLine($"  {callers} callers, {Lines} of {Skus} SKUs an order, {seconds} s a side and round");
        var rates = new Versus("orders/s");
        for (var round = 0; round <= options.Number("--rounds", 3); round++)
        {
            var library = await LibraryAsync(await StockedAsync(workspace), callers, seconds);
            var hand = await ByHandAsync(await StockedAsync(workspace), callers, seconds);
            if (round > 0)
            {
                rates.Add(library, hand);
            }
        }

        rates.Conclude("at least 3 times a connection per caller");
    }

    public static async Task<string> StockedAsync(Workspace workspace)
    {
        var path = workspace.NewFile();
        await Ledgers.WithAsync(path, async inventory =>
        {
            await Ledgers.DefineAsync(inventory, Skus);
            await Ledgers.SendAsync(
                inventory,
                Enumerable.Range(0, Skus).Select(sku => Ledgers.Receipt($"all{sku}", sku, 1_000_000_000, 1)));
        });
        return path;
    }

    private static async Task<double> LibraryAsync(string path, int callers, int seconds)
    {
        var done = 0L;
        var took = 0.0;
        await Ledgers.WithAsync(path, async inventory =>
        {
            var start = Stopwatch.GetTimestamp();
            await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Run(async () =>
            {
                var random = new Random(caller);
                while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
                {
                    var order = new ReserveStock(Key(ref done), [.. Pick(random).Select(sku =>
                        new ReservationLine(Ledgers.Sku(sku), Quantity.Each(1), Ledgers.Place))]);
                    (await inventory.ExecuteAsync(order)).GetValueOrThrow();
                }
            })));
            took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        });
        Workspace.Delete(path);
        return done / took;
    }

    private static async Task<double> ByHandAsync(string path, int callers, int seconds)
    {
        var done = 0L;
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(caller => Task.Factory.StartNew(
            () =>
            {
                var random = new Random(caller);
                using var writer = new HandWriter(path);
                while (Stopwatch.GetElapsedTime(start).TotalSeconds < seconds)
                {
                    writer.Reserve([.. Pick(random).Order().Select(sku => sku + 1L)], Key(ref done));
                }
            },
            CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default)));
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Workspace.Delete(path);
        return done / took;
    }

    private static string Key(ref long done) => FormattableString.Invariant($"{Interlocked.Increment(ref done):D9}");

    private static IEnumerable<int> Pick(Random random)
    {
        var skus = Enumerable.Range(0, Skus).ToArray();
        random.Shuffle(skus);
        return skus.Take(Lines);
    }
}
