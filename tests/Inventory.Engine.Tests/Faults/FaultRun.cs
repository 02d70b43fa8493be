using Inventory.Commands;
using Inventory.Engine.Tests.Support;
using Inventory.Storage;
using Inventory.Testing;
using Inventory.Testing.Storage;
using Inventory.TestSupport;

namespace Inventory.Engine.Tests.Faults;

/// <summary>Runs the script on a store with one fault, as a caller does who sends again what got no answer.</summary>
internal sealed class FaultRun : IAsyncDisposable
{
    private const int TriesMax = 40;

    private readonly Stores _stores;
    private readonly FakeClock _clock = new(Shop.Begin);
    private readonly Fault _fault;
    private FaultyStore _store;
    private Shop? _shop;

    private FaultRun(Stores stores, Fault fault)
    {
        _stores = stores;
        _fault = fault;
        _store = new FaultyStore(stores.First);
    }

    /// <summary>How many calls to the store were made by the first process.</summary>
    public int Calls { get; private set; }

    /// <summary>Which of the calls were commits.</summary>
    public List<int> Commits { get; } = [];

    /// <summary>How often a caller got an exception instead of an answer.</summary>
    public int Thrown { get; private set; }

    /// <summary>
    /// The answer to each command, and then the ledger, without what depends on how commits were cut.
    /// </summary>
    public List<string> Text { get; } = [];

    /// <summary>Runs the script to its end.</summary>
    public static async Task<FaultRun> RunAsync(StoreKind kind, Fault fault, int at)
    {
        var run = new FaultRun(await Stores.CreateAsync(kind), fault);
        if (fault == Fault.None)
        {
            run._store.OnStep = run.Note;
        }
        else
        {
            FaultInjection.Inject(run._store, fault, at);
        }

        var answered = new List<(Command Command, Result<Posted> Answer)>();
        foreach (var (now, commands) in FaultScript.Calls)
        {
            run._clock.Now = now;
            answered.AddRange(commands.Zip(await run.SendAsync(commands)));
        }

        run.Calls = Math.Max(run.Calls, run._store.Calls);
        await run.CheckAsync(answered);
        return run;
    }

    public async ValueTask DisposeAsync()
    {
        if (_shop is not null)
        {
            await _shop.DisposeAsync();
        }

        await _store.DisposeAsync();
        await _stores.DisposeAsync();
    }

    private ValueTask Note(StoreCall call)
    {
        if (call is { Member: nameof(IStoreWriter.CommitAsync), Moment: CallMoment.Before })
        {
            Commits.Add(call.Number);
        }

        return default;
    }

    private async Task<IReadOnlyList<Result<Posted>>> SendAsync(Command[] commands)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                _shop ??= await Shop.ConnectAsync(_store, clock: _clock, time: new PromptTime());
                return await _shop.Inventory.ExecuteAsync(
                    commands, new ExecuteOptions { Atomic = FaultScript.Together.Contains(_clock.Now) });
            }
            catch (InventoryStoreException) when (tries < TriesMax)
            {
                Thrown++;
                await RestartAsync();
            }
        }
    }

    // Another process has connections of its own, and no fault.
    private async Task RestartAsync()
    {
        if (!FaultInjection.IsCrash(_fault))
        {
            return;
        }

        Calls = Math.Max(Calls, _store.Calls);
        if (_shop is not null)
        {
            await _shop.DisposeAsync();
        }

        (_shop, _store) = (null, new FaultyStore(_stores.Connect()));
    }

    private async Task CheckAsync(List<(Command Command, Result<Posted> Answer)> answered)
    {
        _store.Reset();
        _store.OnStep = null;
        Text.AddRange(answered.Select(one => AnswerText.Of(one.Answer)));
        var applied = answered.Where(one => one.Answer.Succeeded).ToList();
        var again = await _shop!.PostAsync([.. applied.Select(one => one.Command)]);
        for (var i = 0; i < again.Count; i++)
        {
            Assert.True(again[i].AlreadyApplied, $"'{again[i].Key}' was answered and is gone.");
            Assert.Equal(AnswerText.Of(applied[i].Answer), AnswerText.Of(new Result<Posted>(again[i])));
        }

        var changes = await _shop.Inventory.ReadChangesAsync().ToListAsync();
        Assert.Equal(
            applied.Select(one => one.Command.Key.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
            changes.Select(change => change.Key.Text).Order(StringComparer.Ordinal));
        await _shop.VerifyAsync();
        Text.AddRange(await LedgerRows.ReadAsync(_shop));
    }
}
