using Inventory.Engine.Tests.Support;
using Inventory.Reservations;
using Inventory.Storage;
using Inventory.Testing;
using Inventory.Testing.Promises;
using Inventory.Testing.Storage;
using NodaTime;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>
/// One run of a scenario: an engine for each number, each with a clock of its own, on one store. Everything happens on
/// the thread that asks for it.
/// </summary>
internal sealed class Run
{
    private static readonly Instant Day = Shop.Begin + Duration.FromDays(10);

    private readonly Stepper _stepper = new();
    private readonly Scenario _scenario;
    private readonly Ground _ground;
    private readonly List<IInventory> _engines = [];
    private readonly List<EngineStore> _engineStores = [];
    private readonly List<FaultyStore> _faultyStores = [];
    private int _commits;

    private Run(Scenario scenario, Ground ground)
    {
        _scenario = scenario;
        _ground = ground;
        _stepper.Observe = Observe;
    }

    public Scenario Scenario => _scenario;

    public IInventoryStore Store => _ground.Store;

    public int Ledger => _ground.Ledger;

    public List<Sent> Calls { get; } = [];

    /// <summary>Runs a scenario and judges it.</summary>
    public static Verdict Judged(Scenario scenario, Schedule schedule, Ground ground, Guard removed = Guard.None)
    {
        ground.Renew();
        var run = new Run(scenario, ground);
        run.Found();
        run.Open(schedule, removed);
        run._stepper.Run(schedule);
        var trace = run._stepper.Trace();
        run.Close();
        var breach = schedule is AllSchedules { IsKnown: true } || (Judge.Breach(run) ?? run.Certify()) is not { } found
            ? null
            : $"{scenario}, schedule '{schedule.Text}'{(removed == Guard.None ? "" : $", without {removed}")}: "
            + $"{found}\n{trace}";
        return new Verdict(breach, run.Outcome(), schedule.Text, trace, run.Faults());
    }

    // Where clocks differ, every other one lags behind: behind the end of brief holds where they end.
    private FakeClock Clock(int engine)
    {
        var lags = _scenario.ClocksDiffer && engine % 2 == 0;
        var now = _scenario.Ends && engine > 0 ? Day + Duration.FromMinutes(10) : Day;
        var lag = Duration.FromMinutes(_scenario.Ends ? 9 : 10);
        return new FakeClock(lags && (engine > 0 || !_scenario.Ends) ? now - lag : now);
    }

    private void Found()
    {
        var founder = Open(Store, 0);
        var answer = founder.ExecuteAsync(_scenario.Setting);
        _stepper.RunOut();
        foreach (var posted in Now.Of(answer))
        {
            posted.GetValueOrThrow();
        }

        Close(founder);
    }

    private void Open(Schedule schedule, Guard removed)
    {
        var reservable = new ReserveStock("nothing", "NUT", "WH", Quantity.Each(1_000_000));
        for (var engine = 1; engine <= _scenario.Engines; engine++)
        {
            var number = engine;
            var store = new EngineStore(_ground.Of(engine), removed);
            var stepped = new FaultyStore(store);
            var inventory = Open(stepped, engine);
            if (_scenario.IsWarm)
            {
                var refused = inventory.ExecuteAsync([reservable]);
                _stepper.RunOut();
                Assert.False(Now.Of(refused)[0].Succeeded);
            }

            _engines.Add(inventory);
            _engineStores.Add(store);
            _faultyStores.Add(stepped);
            stepped.Reset();
            foreach (var fault in _scenario.Faults.Where(fault => fault.Engine == number))
            {
                Break(stepped, fault.Call, fault.Moment);
            }

            stepped.OnStep = call => StepAsync(number, call, schedule.IsFine);
        }

        _stepper.RunOut();
        _commits = (int)Now.Of(Store.ReadAsync(Ledger, reader => reader.GetLedgerAsync())).LastCommit;
        foreach (var store in _engineStores)
        {
            store.OnWriting = isWriting => _stepper.IsWriting = isWriting;
            store.OnCommitted = () => _commits++;
        }

        foreach (var caller in _scenario.Callers)
        {
            Send(caller, 0);
        }

        _stepper.Taken.Clear();
    }

    private static void Break(FaultyStore store, int call, CallMoment moment)
    {
        if (moment == CallMoment.Before)
        {
            store.FailBefore(call);
        }
        else
        {
            store.FailAfter(call);
        }
    }

    private IInventory Open(IInventoryStore store, int engine)
    {
        var options = Shop.Options();
        options.Ledger = _ground.LedgerName;
        return Now.Of(InventoryEngine.OpenAsync(
            store, options, Clock(engine), null, new SteppedTime(_stepper, engine), new EngineTasks(_stepper, engine),
            default));
    }

    private void Send(Caller caller, int index)
    {
        if (index == caller.Calls.Length)
        {
            return;
        }

        var commands = caller.Calls[index];
        _stepper.Add(caller.Engine, StepKind.Send, $"send {string.Join(" and ", commands.Select(c => c.Key))}", () =>
        {
            var answer = _engines[caller.Engine - 1].ExecuteAsync(
                commands, new ExecuteOptions { Atomic = caller.IsAtomic });
            Calls.Add(new Sent(caller, index, answer, _commits, Clock(caller.Engine).Now));
        });
    }

    private ValueTask StepAsync(int engine, StoreCall call, bool isFine)
    {
        var kind = (call.Moment, call.Member) switch
        {
            (CallMoment.Before, nameof(IInventoryStore.ReadAsync)) => StepKind.Read,
            (CallMoment.Before, nameof(IInventoryStore.WriteAsync)) => StepKind.Write,
            (CallMoment.Before, nameof(IStoreWriter.CommitAsync)) => StepKind.Commit,
            _ => StepKind.Private,
        };
        return kind == StepKind.Private && !isFine ? default
            : new ValueTask(_stepper.ReachAsync(engine, kind, $"{call.Moment} {call.Member}"));
    }

    private void Observe()
    {
        foreach (var call in Calls.FindAll(call => call.CommitsThen is null && call.Answer.IsCompleted))
        {
            call.CommitsThen = _commits;
            Send(call.Caller, call.Index + 1);
        }
    }

    private string Outcome() => string.Join(", ", Calls
        .Where(call => call.Answer.IsCompletedSuccessfully)
        .SelectMany(call => call.Commands.Zip(Now.Of(call.Answer)))
        .Select(pair => pair.First.Key + ": " + pair.Second.Match(
            posted => $"{posted.Commit} {posted.AlreadyApplied}", errors => errors[0].Code.ToString()))
        .Order(StringComparer.Ordinal));

    private int Faults() => _scenario.Faults.Count(fault => _faultyStores[fault.Engine - 1].Calls >= fault.Call);

    // What was promised of what there was, recounted from the public facts.
    private string? Certify()
    {
        var reader = Open(Store, 0);
        var certificate = PromiseCertificate.CheckAsync(reader);
        _stepper.RunOut();
        var breach = Now.Of(certificate).Breach;
        Close(reader);
        return breach?.ToString();
    }

    private void Close()
    {
        foreach (var inventory in _engines)
        {
            Close(inventory);
        }
    }

    private void Close(IInventory inventory)
    {
        var closed = inventory.DisposeAsync().AsTask();
        _stepper.RunOut();
        Now.Of(closed);
    }
}
