namespace Inventory.Sqlite.Connections;

/// <summary>Waits for the write lock of a file, from now on and no longer than it may.</summary>
/// <remarks>
/// Others hold the lock for the length of a transaction: it asks again after a little while, as SQLite's own waiting
/// does, but without holding the thread, and open to cancellation.
/// </remarks>
internal sealed class Patience(TimeSpan timeout)
{
    private static readonly TimeSpan PauseMax = TimeSpan.FromMilliseconds(20);
    private readonly TimeProvider _time = TimeProvider.System;
    private readonly long _start = TimeProvider.System.GetTimestamp();

    /// <summary>Tries until it works.</summary>
    /// <param name="attempt">Takes the lock; false when somebody else has it.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    public async ValueTask WaitForAsync(Func<bool> attempt, CancellationToken cancellationToken)
    {
        var pause = TimeSpan.FromMilliseconds(1);
        while (!attempt())
        {
            if (_time.GetElapsedTime(_start) >= timeout)
            {
                throw StoreErrors.LockTimeout(timeout);
            }

            await Task.Delay(pause, _time, cancellationToken).ConfigureAwait(false);
            pause = pause * 2 < PauseMax ? pause * 2 : PauseMax;
        }
    }
}
