using Inventory.Commands;
using Inventory.Reservations;

namespace Inventory.CrashWorker;

/// <summary>
/// Stays for many rounds: in each, a hundred callers reserve one SKU's units at once, and each answer is told.
/// </summary>
/// <remarks>
/// Every fifth caller wants two lines or none, the one before it two commands or none; every seventh sends twice at
/// once, and every eleventh has a key that the other process uses as well.
/// </remarks>
internal static class Racing
{
    public const string Ready = "ready";
    public const string Done = "done";
    public const string Promised = "promised";
    public const string Refused = "refused";

    public const string FirstCommand = ":command-1";
    public const string SecondCommand = ":command-2";
    public const string TwoLines = ":two-lines";

    /// <summary>Callers of one process in one round.</summary>
    public const int Callers = 100;

    // Small, so that the batches of two processes alternate.
    private const int BatchMax = 8;

    /// <summary>The SKU of a round.</summary>
    public static string Sku(string round) => $"R{round}";

    public static async Task RunAsync(string file, string name)
    {
        await using var store = SharedLedger.Store(file);
        await using var inventory = await SharedLedger.OpenAsync(store, BatchMax);
        Lines.Write(Ready);
        while (await Console.In.ReadLineAsync() is { Length: > 0 } round)
        {
            var callers = Enumerable.Range(0, Callers);
            var told = await Task.WhenAll(
                callers.Select(caller => Task.Run(() => CallAsync(inventory, name, round, caller))));
            Lines.Write(string.Join('\n', told.SelectMany(lines => lines).Append(Done)));
        }
    }

    private static async Task<List<string>> CallAsync(IInventory inventory, string name, string round, int caller)
    {
        var key = caller % 11 == 10 ? $"{round}:both:{caller}" : $"{round}:{name}:{caller}";
        Command[] commands = (caller % 5) switch
        {
            4 => [Reserve(key + TwoLines, round, lines: 2)],
            3 => [Reserve(key + FirstCommand, round), Reserve(key + SecondCommand, round)],
            _ => [Reserve(key, round)],
        };
        var options = new ExecuteOptions { Atomic = commands.Length > 1 };
        var answers = await Task.WhenAll(Enumerable.Range(0, caller % 7 == 6 ? 2 : 1)
            .Select(_ => inventory.ExecuteAsync(commands, options)));
        return [.. answers.SelectMany(answer => commands.Zip(answer)).Select(pair => Text(pair.First, pair.Second))];
    }

    private static ReserveStock Reserve(string key, string round, int lines = 1) => new(
        key, [.. Enumerable.Repeat(new ReservationLine(Sku(round), Quantity.Each(1), "SHOP"), lines)]);

    private static string Text(Command command, Result<Posted> answer) =>
        answer.Succeeded ? $"{Promised} {command.Key.Text}"
        : answer.Errors[0].Code == ErrorCodes.Insufficient || answer.Errors[0].Code == ErrorCodes.GroupRefused
            ? $"{Refused} {command.Key.Text}"
        : throw new InvalidOperationException(answer.Errors[0].Message);
}
