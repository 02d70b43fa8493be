namespace Inventory.TestSupport;

/// <summary>
/// Time in which short pauses, such as those between two tries, are over at once, and long ones never end.
/// </summary>
public sealed class PromptTime : TimeProvider
{
    private static readonly TimeSpan PauseMax = TimeSpan.FromSeconds(1);
    private int _pauses;

    /// <summary>Called in each pause, with its number from 1.</summary>
    public Action<int> OnPause { get; set; } = _ => { };

    /// <summary>How many pauses there have been.</summary>
    public int Pauses => Volatile.Read(ref _pauses);

    /// <inheritdoc />
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime >= TimeSpan.Zero && dueTime <= PauseMax)
        {
            OnPause(Interlocked.Increment(ref _pauses));
            ThreadPool.QueueUserWorkItem(_ => callback(state));
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
