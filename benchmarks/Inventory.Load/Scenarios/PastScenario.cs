using System.Diagnostics;
using Inventory.Commands;
using Inventory.Load.Measure;
using NodaTime;

namespace Inventory.Load.Scenarios;

/// <summary>
/// How many rows a question about the past reads, with few entries and with many, over years and in one day. Goal:
/// the same.
/// </summary>
internal static class PastScenario
{
    private static readonly Instant First = Instant.FromUtc(2022, 1, 1, 0, 0);

    public static async Task RunAsync(Options options, Workspace workspace)
    {
        // The open block is as full in both, so that they differ in history only.
        var sizes = new[] { 10_000, options.Number("--entries", 300_000) / 128 * 128 + 10_000 % 128 };
        foreach (var (name, span) in new[] { ("over three years", Duration.FromDays(1_096)),
            ("all in one day", Duration.FromDays(1)) })
        {
            foreach (var size in sizes)
            {
                var path = workspace.NewFile();
                await Ledgers.WithAsync(path, inventory =>
                    MeasureAsync(inventory, size, name, span, options.Number("--queries", 500)));
                Workspace.Delete(path);
            }
        }
    }

    private static async Task MeasureAsync(IInventory inventory, int size, string name, Duration span, int queries)
    {
        await Ledgers.DefineAsync(inventory, 1);
        var start = Stopwatch.GetTimestamp();
        await Ledgers.SendAsync(inventory, Entries(size, span));
        var took = Stopwatch.GetElapsedTime(start).TotalSeconds;
        Console.WriteLine(FormattableString
            .Invariant($"  {size:#,0} entries {name}, written in {took:0.0} s ({size / took:#,0}/s)"));

        var random = new Random(1);
        var recorded = (await inventory.ReadChangesAsync().Select(change => change.Recorded).ToListAsync()).Distinct()
            .ToList();
        await AskAsync(inventory, "as of", queries, () =>
            new OnHandQuery(Ledgers.Sku(0)) { AsOf = At(random.NextDouble(), span) });
        await AskAsync(inventory, "as known", queries, () => new OnHandQuery(Ledgers.Sku(0))
        {
            KnownAt = recorded[random.Next(recorded.Count)],
        });
        await AskAsync(inventory, "both", queries, () => new OnHandQuery(Ledgers.Sku(0))
        {
            AsOf = At(random.NextDouble(), span),
            KnownAt = recorded[random.Next(recorded.Count)],
        });
    }

    private static async Task AskAsync(IInventory inventory, string name, int queries, Func<OnHandQuery> next)
    {
        (await inventory.GetOnHandAsync(next())).GetValueOrThrow();
        var (rows, micros) = (new List<double>(), new List<double>());
        for (var i = 0; i < queries; i++)
        {
            var query = next();
            var start = Stopwatch.GetTimestamp();
            var answer = (await inventory.GetOnHandAsync(query)).GetValueOrThrow();
            micros.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            rows.Add(answer.RowsRead);
        }

        Console.WriteLine(FormattableString.Invariant(
            $"    {name,-9} rows read: max {rows.Max():0}, mean {rows.Average():0.0}; ")
            + FormattableString.Invariant($"time p50 {Figures.Median(micros):0} us"));
    }

    private static IEnumerable<Command> Entries(int size, Duration span) =>
        Enumerable.Range(0, size).Select(Command (i) => i % 2 == 0
        ? Ledgers.Receipt(FormattableString.Invariant($"r{i}"), 0, 3, 1, At((double)i / size, span))
        : Ledgers.Issue(FormattableString.Invariant($"i{i}"), 0, 2, At((double)i / size, span)));

    private static Instant At(double share, Duration span) =>
        First + Duration.FromTicks((long)(span.TotalTicks * share) / 10 * 10);
}
