namespace Inventory.Engine.Tests.Interleaving;

/// <summary>Time that stands still: a short pause ends when the schedule lets it, a long one never does.</summary>
internal sealed class SteppedTime(Stepper stepper, int engine) : TimeProvider
{
    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(1);

    public override long GetTimestamp() => TimestampFrequency;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime <= PauseMax)
        {
            stepper.Add(engine, StepKind.Work, "pause", () => callback(state));
        }

        return new Timer();
    }

    private sealed class Timer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => true;

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => default;
    }
}
