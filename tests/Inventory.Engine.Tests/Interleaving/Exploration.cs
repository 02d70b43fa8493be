using Inventory.Engine.Tests.Support;

namespace Inventory.Engine.Tests.Interleaving;

/// <summary>Runs a scenario under many schedules, on a thread that nothing else uses.</summary>
/// <param name="Schedules">How many were run and judged, up to the first breach.</param>
/// <param name="Breach">The first breach with its schedule; null when there was none.</param>
internal sealed record Exploration(int Schedules, string? Breach)
{
    /// <summary>Every order of the steps that others can notice, each once.</summary>
    public static Task<Exploration> AllAsync(
        Scenario scenario, StoreKind kind, Guard removed = Guard.None, bool everyOrder = false, int most = int.MaxValue) =>
        OnThreadAsync(() =>
        {
            var (schedule, count) = (new AllSchedules(everyOrder), 0);
            while (count < most && schedule.MoveNext())
            {
                var breach = Run.Breach(scenario, schedule, kind, removed);
                count += schedule.IsKnown ? 0 : 1;
                if (breach is not null)
                {
                    return new Exploration(count, breach);
                }
            }

            return new Exploration(count, null);
        });

    /// <summary>Orders by chance, one for each seed, in which every side of every call is a step.</summary>
    public static Task<Exploration> RandomAsync(Scenario scenario, StoreKind kind, int first, int count) =>
        OnThreadAsync(() =>
        {
            for (var i = 0; i < count; i++)
            {
                if (Run.Breach(scenario, new RandomSchedule(first + i), kind) is { } breach)
                {
                    return new Exploration(i + 1, breach);
                }
            }

            return new Exploration(count, null);
        });

    /// <summary>One schedule once more, by its text.</summary>
    public static Task<Exploration> ReplayAsync(Scenario scenario, StoreKind kind, string schedule) =>
        OnThreadAsync(() => new Exploration(1, Run.Breach(scenario, Schedule.Parse(schedule), kind)));

    // What an engine awaits goes on where it was completed, but only on a thread that belongs to no scheduler.
    private static Task<T> OnThreadAsync<T>(Func<T> explore)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        new Thread(() =>
        {
            try
            {
                done.SetResult(explore());
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        }).Start();
        return done.Task;
    }
}
