using System.Diagnostics;
using Inventory.Catalog;
using Inventory.Commands;
using Inventory.Load.Measure;
using Inventory.Movements;
using Inventory.Sqlite;

namespace Inventory.Load.Scenarios;

/// <summary>
/// A SKU with a thousand serials and one with a million: one more in, one out, one looked up. Goal: the same rows,
/// 1.3 times the time.
/// </summary>
internal static class SerialsScenario
{
    private const int LinesPerCommand = 1_000;

    public static async Task RunAsync(Options options, Workspace workspace)
    {
        // The open block of entries is as full on both sides, so that they differ in history only.
        var count = options.Number("--serials", 1_000_000) / 128 * 128 + 1_000 % 128;
        var (few, many) = (workspace.NewFile(), workspace.NewFile());
        await FillAsync(few, 1_000);
        await FillAsync(many, count);
        Console.WriteLine(FormattableString.Invariant(
            $"  the file with {count:#,0} serials has {new FileInfo(many).Length / 1_048_576.0:0} MiB"));
        await CountRowsAsync("1,000", few);
        await CountRowsAsync(count.ToString("#,0", System.Globalization.CultureInfo.InvariantCulture), many);
        await Ledgers.WithAsync(few, small => Ledgers.WithAsync(many, large => TimeAsync(small, large, options)));
    }

    private static async Task FillAsync(string path, int count)
    {
        await Ledgers.WithAsync(path, async inventory =>
        {
            await Ledgers.DefineAsync(inventory, 1, Tracking.Serial);
            var start = Stopwatch.GetTimestamp();
            await Ledgers.SendAsync(
                inventory,
                Enumerable.Range(0, (count + LinesPerCommand - 1) / LinesPerCommand).Select(Command (i) =>
                    Receipt($"f{i}", i * LinesPerCommand, Math.Min(LinesPerCommand, count - i * LinesPerCommand))),
                chunk: 4);

            var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
            Console.WriteLine(FormattableString
                .Invariant($"  {count:#,0} serials received in {took:0.0} s ({count / took:#,0}/s)"));
        });
    }

    private static async Task CountRowsAsync(string name, string path)
    {
        await using var store = new SqliteStore($"Data Source={path}");
        await using var counting = CountingStore.Around(store);
        await using var inventory = await InventoryEngine.OpenAsync(counting.Store, Ledgers.Options());
        Console.Write($"  {name,9} serials: rows read and written");
        await CountAsync("receive", () => inventory.ExecuteAsync(Receipt("count", 2_000_000_000, 1)));
        await CountAsync("issue", () => inventory.ExecuteAsync(Issue("count-out", 500)));
        await CountAsync("read", () => inventory.GetOnHandAsync(Read(400)));
        Console.WriteLine();

        async Task CountAsync<T>(string what, Func<Task<Result<T>>> act)
        {
            var (read, written) = (counting.RowsRead, counting.RowsWritten);
            (await act()).GetValueOrThrow();
            Console.Write($"  {what} {counting.RowsRead - read} and {counting.RowsWritten - written};");
        }
    }

    private static async Task TimeAsync(IInventory few, IInventory many, Options options)
    {
        var count = options.Number("--commands", 300);
        foreach (var what in new[] { "receive", "issue", "read" })
        {
            var micros = new Versus("us p50");
            Console.WriteLine($"  {what} of one serial, in turn on both; 'library' is many serials, 'baseline' 1,000");
            for (var round = 0; round < options.Number("--rounds", 3); round++)
            {
                var (small, large) = (new List<double>(), new List<double>());
                for (var i = 0; i < count; i++)
                {
                    var number = 600 + round * count + i;
                    large.Add(await TimeOneAsync(many, what, number));
                    small.Add(await TimeOneAsync(few, what, number));
                }

                micros.Add(Figures.Median(large), Figures.Median(small));
            }

            micros.Conclude("at most 1.3 times");
        }
    }

    // What is received first is issued then, so that both sides work on the same numbers.
    private static async Task<double> TimeOneAsync(IInventory inventory, string what, int number)
    {
        var start = Stopwatch.GetTimestamp();
        var errors = what switch
        {
            "receive" => (await inventory.ExecuteAsync(Receipt($"t{number}", 2_000_100_000 + number, 1))).Errors,
            "issue" => (await inventory.ExecuteAsync(Issue($"o{number}", 2_000_100_000 + number))).Errors,
            _ => (await inventory.GetOnHandAsync(Read(number % 400))).Errors,
        };
        var took = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        return errors.Count == 0 ? took : throw new InvalidOperationException(errors[0].Message);
    }

    private static PostMovement Receipt(string key, int first, int count) => new(
        key, MovementKind.Receipt,
        [
            .. Enumerable.Range(first, count).Select(number =>
                new MovementLine(Ledgers.Sku(0), Quantity.Each(1)) { To = Ledgers.Place, Cost = Cost.PerUnit(1),
                    Lot = Serial(number) }),
        ]);

    private static PostMovement Issue(string key, int number) => new(
        key, MovementKind.Issue,
            new MovementLine(Ledgers.Sku(0), Quantity.Each(1)) { From = Ledgers.Place, Lot = Serial(number) });

    private static OnHandQuery Read(int number) => new(Ledgers.Sku(0)) { Lot = Serial(number) };

    private static string Serial(int number) => FormattableString.Invariant($"SN{number:0000000000}");
}
