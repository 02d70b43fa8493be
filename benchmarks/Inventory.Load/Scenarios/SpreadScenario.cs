using Inventory.Commands;
using Inventory.Load.Loop;
using Inventory.Load.Measure;

namespace Inventory.Load.Scenarios;

/// <summary>
/// Issues with FIFO costs over many SKUs, each sent on its own, 4,096 on their way, against a prepared loop that
/// writes the same rows. Goal: at least 0.75 of its rate.
/// </summary>
internal static class SpreadScenario
{
    private const int Layers = 8;

    public static async Task RunAsync(Options options, Workspace workspace)
    {
        var (skus, issues) = (options.Number("--skus", 3_800), options.Number("--commands", 200_000));
        var filled = workspace.NewFile();
        await Ledgers.WithAsync(filled, async inventory =>
        {
            await Ledgers.DefineAsync(inventory, skus);
            await Ledgers.SendAsync(inventory, Enumerable.Range(0, skus * Layers).Select(Command (i) =>
                Ledgers.Receipt(FormattableString.Invariant($"r{i}"), i % skus, 1_000 + i % 7, 1 + i % 100 * 0.01m)));
        });
        var before = Recording.Of(filled).Batches.Count;
        var commands = Issues(skus, issues);
        var rates = new Versus("commands/s");
        for (var round = 0; round < options.Number("--rounds", 3); round++)
        {
            var (ours, theirs) = (workspace.Copy(filled), workspace.Copy(filled));
            var library = await Side
                .MeasureAsync(() => Ledgers.WithAsync(ours, inventory => IssueAsync(inventory, commands)));
            var recording = Recording.Of(ours, before);
            var loop = await Side.MeasureAsync(() => Task.Run(() => PreparedLoop.Run(theirs, recording)));
            var batches = recording.Batches.Count;
            Console.WriteLine($"  {batches:#,0} transactions, {(double)issues / batches:#,0} commands in each");
            Console.WriteLine($"  library: {library.Describe(issues)}");
            Console.WriteLine($"  loop:    {loop.Describe(issues)}");
            var differences = Comparison.Of(ours, theirs);
            Console.WriteLine(differences.Count == 0
                ? "  both files hold the same rows in every table"
                : $"  THE FILES DIFFER: {string.Join("; ", differences)}");
            rates.Add(issues / library.Seconds, issues / loop.Seconds);
            Workspace.Delete(ours);
            Workspace.Delete(theirs);
        }

        rates.Conclude("at least 0.75 of the loop's rate");
    }

    private static Command[] Issues(int skus, int count)
    {
        var random = new Random(1);
        return [.. Enumerable.Range(0, count)
            .Select(i => Ledgers.Issue(FormattableString.Invariant($"i{i}"), random.Next(skus), 1 + i % 9))];
    }

    private static async Task IssueAsync(IInventory inventory, Command[] commands)
    {
        using var room = new SemaphoreSlim(4_096);
        var answers = new Task[commands.Length];
        for (var i = 0; i < commands.Length; i++)
        {
            await room.WaitAsync();
            answers[i] = SendAsync(commands[i]);
        }

        await Task.WhenAll(answers);

        async Task SendAsync(Command command)
        {
            (await inventory.ExecuteAsync(command)).GetValueOrThrow();
            room.Release();
        }
    }
}
