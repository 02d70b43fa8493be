using System.Diagnostics;
using System.Globalization;
using Inventory.Commands;
using Inventory.CrashWorker;
using Inventory.Sqlite.Tests.Support;
using Inventory.TestSupport;
using Microsoft.Data.Sqlite;

namespace Inventory.Sqlite.Tests.Crash;

/// <summary>
/// A trading process is killed again and again on one file: what it had answered stays, and nothing is there by half.
/// </summary>
public sealed class KillTests(ITestOutputHelper output) : IDisposable
{
    private const int Seed = 20_260_105;
    private const int ResentAtOnce = 2_000;

    private readonly StoreFile _file = new();
    private readonly Random _random = new(Seed);

    private static int Kills => int.TryParse(
        Environment.GetEnvironmentVariable("INVENTORY_KILLS"), CultureInfo.InvariantCulture, out var kills) ? kills
            : 15;

    public void Dispose() => _file.Dispose();

    [Fact]
    [Capability("MOV-06")]
    public async Task Kill_AtAnyMoment_LosesNoAnswerAndTearsNoCommand()
    {
        var (inside, answers, entries) = (0, 0, 0L);
        var watch = Stopwatch.StartNew();
        for (var round = 1; round <= Kills; round++)
        {
            var lines = await TradeUntilKilledAsync(round);
            var isInside = lines.FindLast(line => line is BatchMarks.Begin or BatchMarks.End) == BatchMarks.Begin;
            inside += isInside ? 1 : 0;
            var (answered, checkedEntries) = await CheckAsync(round, lines);
            answers += answered;
            entries = checkedEntries;
            var where = isInside ? "inside a batch" : "between batches";
            output.WriteLine($"kill {round}: {where}, {answered} answers, {entries} entries in the file");
        }

        output.WriteLine(
            $"{Kills} kills, {inside} of them inside a batch; {answers} answers kept, {entries} entries; "
            + $"{watch.Elapsed.TotalSeconds:0.0} s, seed {Seed}");
        Assert.True(2 * inside >= Kills, $"Only {inside} of {Kills} kills fell inside a batch.");
        Assert.True(answers > 10 * Kills, $"Only {answers} answers came before the kills.");
    }

    private async Task<List<string>> TradeUntilKilledAsync(int round)
    {
        var lines = new List<string>();
        using var worker = WorkerProcess.Start("trade", _file.Path, round.ToString(CultureInfo.InvariantCulture));
        if (round % 7 == 0)
        {
            // Now and then while it still starts or writes its master data.
            await Task.Delay(_random.Next(100, 500), TestContext.Current.CancellationToken);
        }
        else
        {
            await worker.ReadToAsync(Trading.Ready, lines);
            await BatchesAsync(worker, lines, _random.Next(2, 15));

            // A batch takes a millisecond or two, and the mark of its beginning is already on its way for some of it.
            Pause(round % 8 == 0 ? TimeSpan.FromMilliseconds(20) : TimeSpan.FromMicroseconds(100));
        }

        worker.Kill();
        await worker.ReadToEndAsync(lines);
        await worker.WaitAsync();
        return lines;
    }

    // Ends at the mark that a batch has begun, so that a short while later the process is inside it.
    private static async Task BatchesAsync(WorkerProcess worker, List<string> lines, int count)
    {
        for (var i = 0; i < count; i++)
        {
            await worker.ReadToAsync(BatchMarks.End, lines);
            await worker.ReadToAsync(BatchMarks.Begin, lines);
        }
    }

    private void Pause(TimeSpan longest)
    {
        var until = Stopwatch.GetTimestamp() + _random.NextInt64((long)(longest.TotalSeconds * Stopwatch.Frequency));
        while (Stopwatch.GetTimestamp() < until)
        {
            Thread.SpinWait(10);
        }
    }

    private async Task<(int Answered, long Entries)> CheckAsync(int round, List<string> lines)
    {
        await using var store = SharedLedger.Store(_file.Path);
        await store.EnsureSchemaAsync();
        await using var inventory = await SharedLedger.OpenAsync(store);
        var answered = lines.FindAll(line => line.StartsWith(Trading.Applied + " ", StringComparison.Ordinal))
            .ConvertAll(line => line.Split(' ', 3));
        foreach (var chunk in answered.Chunk(ResentAtOnce))
        {
            var numbers = chunk.Select(line => int.Parse(line[1], CultureInfo.InvariantCulture));
            Command[] commands = [.. numbers.Select(number => Trade.Command(round, number))];
            var again = await inventory.ExecuteAsync(
                commands, cancellationToken: TestContext.Current.CancellationToken);
            for (var i = 0; i < chunk.Length; i++)
            {
                var posted = again[i].GetValueOrThrow();
                Assert.True(posted.AlreadyApplied, $"'{posted.Key}' was answered and is gone.");
                Assert.Equal(chunk[i][2], SharedLedger.Text(posted));
            }
        }

        var report = await inventory.VerifyAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Empty(report.Findings);
        using var connection = _file.Connect();
        Assert.Equal("ok", new SqliteCommand("PRAGMA integrity_check", connection).ExecuteScalar());
        return (answered.Count, report.Entries);
    }
}
