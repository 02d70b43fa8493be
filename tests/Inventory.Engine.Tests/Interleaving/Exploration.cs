using Inventory.Engine.Tests.Support;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>Many runs, up to the first breach.</summary>
internal sealed class Exploration
{
    private readonly HashSet<string> _outcomes = new(StringComparer.Ordinal);

    private Exploration()
    {
    }

    /// <summary>How many schedules were run and judged.</summary>
    public int Schedules { get; private set; }

    /// <summary>The first breach with its schedule and steps; null when there was none.</summary>
    public string? Breach { get; private set; }

    /// <summary>The different ways in which it came out.</summary>
    public IReadOnlySet<string> Outcomes => _outcomes;

    /// <summary>How many calls to the store failed.</summary>
    public int Faults { get; private set; }

    /// <summary>The schedule of the last run.</summary>
    public string Schedule { get; private set; } = "";

    /// <summary>The steps of the last run.</summary>
    public string Trace { get; private set; } = "";

    /// <summary>Every order of the steps that others can notice, each once.</summary>
    public static Task<Exploration> AllAsync(
        Scenario scenario, StoreKind kind, Guard removed = Guard.None, bool everyOrder = false,
        int most = int.MaxValue)
    {
        var schedule = new AllSchedules(everyOrder);
        return ExploreAsync(kind, (exploration, ground) => exploration.Schedules < most && schedule.MoveNext()
            && exploration.Add(Run.Judged(scenario, schedule, ground, removed), isNew: !schedule.IsKnown));
    }

    /// <summary>Orders by chance, one for each seed, in which every side of every call is a step.</summary>
    public static Task<Exploration> RandomAsync(Func<int, Scenario> scenario, StoreKind kind, int first, int count)
    {
        var seed = first;
        return ExploreAsync(kind, (exploration, ground) => seed < first + count
            && exploration.Add(Run.Judged(scenario(seed), new RandomSchedule(seed++), ground)));
    }

    /// <summary>One schedule once more.</summary>
    public static Task<Exploration> ReplayAsync(Scenario scenario, StoreKind kind, string schedule) =>
        ExploreAsync(kind, (exploration, ground) =>
            exploration.Schedules == 0
            && exploration.Add(Run.Judged(scenario, Interleaving.Schedule.Parse(schedule), ground)));

    // What an engine awaits goes on where it was completed, but only on a thread that belongs to no scheduler.
    private static Task<Exploration> ExploreAsync(StoreKind kind, Func<Exploration, Ground, bool> goOn)
    {
        var done = new TaskCompletionSource<Exploration>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                using var ground = new Ground(kind);
                var exploration = new Exploration();
                while (goOn(exploration, ground))
                {
                }

                done.SetResult(exploration);
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        }).Start();
        return done.Task;
    }

    private bool Add(Verdict verdict, bool isNew = true)
    {
        Schedules += isNew ? 1 : 0;
        Breach = verdict.Breach;
        (Schedule, Trace) = (verdict.Schedule, verdict.Trace);
        Faults += verdict.Faults;
        _outcomes.Add(verdict.Outcome);
        return Breach is null;
    }
}
