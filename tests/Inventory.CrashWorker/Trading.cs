namespace Inventory.CrashWorker;

/// <summary>Trades until it is killed, with many commands in flight; prints each answer once it has it.</summary>
internal sealed class Trading(string file, int round)
{
    public const string Ready = "ready";
    public const string Applied = "applied";

    private const int Callers = 384;

    private int _next = -1;

    public async Task RunAsync()
    {
        await using var store = new MarkedStore(SharedLedger.Store(file));
        await store.EnsureSchemaAsync();
        await using var inventory = await SharedLedger.OpenAsync(store);
        foreach (var answer in await inventory.ExecuteAsync(Trade.Founding))
        {
            answer.GetValueOrThrow();
        }

        Lines.Write(Ready);
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(() => CallAsync(inventory))));
    }

    private async Task CallAsync(IInventory inventory)
    {
        while (true)
        {
            var number = Interlocked.Increment(ref _next);
            var answer = await inventory.ExecuteAsync(Trade.Command(round, number));
            if (answer.Succeeded)
            {
                Lines.Write($"{Applied} {number} {SharedLedger.Text(answer.Value)}");
            }
        }
    }
}
