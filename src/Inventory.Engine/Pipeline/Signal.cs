namespace Inventory.Pipeline;

/// <summary>Wakes one waiter. Set several times before it is waited for, it wakes once.</summary>
/// <remarks>Set by any thread; waited for by one at a time.</remarks>
internal sealed class Signal(PipelineWork work)
{
    private readonly object _gate = new();
    private TaskCompletionSource? _waiter;
    private volatile bool _isSet;

    public void Set()
    {
        // What the signal is about must be seen by whoever finds it unset: no store before may slip behind the look.
        Interlocked.MemoryBarrier();

        // Nearly always somebody has set it already, and nobody waits.
        if (_isSet)
        {
            return;
        }

        TaskCompletionSource? waiter;
        lock (_gate)
        {
            (waiter, _waiter) = (_waiter, null);
            _isSet = waiter is null;
        }

        if (waiter is not null)
        {
            work.Wake(waiter);
        }
    }

    public Task WaitAsync()
    {
        lock (_gate)
        {
            if (_isSet)
            {
                _isSet = false;
                return Task.CompletedTask;
            }

            _waiter = new TaskCompletionSource();
            return _waiter.Task;
        }
    }
}
