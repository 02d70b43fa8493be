using System.Threading.Channels;

namespace Inventory.Pipeline;

/// <summary>The bounded queue in front of the pipeline, with its two lanes.</summary>
/// <remarks>Writers: any thread. Reader: the pipeline alone.</remarks>
internal sealed class CommandQueue
{
    private readonly Channel<Pending> _interactive;
    private readonly Channel<Pending> _bulk;
    private Task<bool>? _wait;
    private Task<bool>? _interactiveWait;
    private Task<bool>? _bulkWait;

    public CommandQueue(int capacity)
    {
        _interactive = Channel.CreateBounded<Pending>(new BoundedChannelOptions(capacity) { SingleReader = true });
        _bulk = Channel.CreateBounded<Pending>(new BoundedChannelOptions(capacity) { SingleReader = true });
    }

    /// <summary>Lets a command in, waiting while its lane is full.</summary>
    /// <exception cref="ChannelClosedException">The queue has been closed.</exception>
    public ValueTask EnqueueAsync(Pending pending, Lane lane, CancellationToken cancellationToken) =>
        (lane == Lane.Bulk ? _bulk : _interactive).Writer.WriteAsync(pending, cancellationToken);

    /// <summary>Lets in as many commands of a call as there is room for now; returns how many.</summary>
    public int TryEnqueue(Submission submission, Lane lane)
    {
        var writer = (lane == Lane.Bulk ? _bulk : _interactive).Writer;
        var count = 0;
        while (count < submission.Commands.Count && writer.TryWrite(new Pending(submission, count)))
        {
            count++;
        }

        return count;
    }

    /// <summary>Closes the queue to new commands; those inside stay to be taken.</summary>
    public void Close()
    {
        _interactive.Writer.TryComplete();
        _bulk.Writer.TryComplete();
    }

    /// <summary>
    /// Takes what is waiting, never more than there is room for; bulk commands get a quarter while others
    /// wait.
    /// </summary>
    public void Take(List<Pending> taken, int batchMax)
    {
        var room = batchMax - taken.Count;
        var interactive = Math.Min(room, Math.Max(_interactive.Reader.Count, 0));
        var bulk = interactive == 0 ? room : Math.Min(Math.Max(1, batchMax / 4), room);
        while (bulk-- > 0 && _bulk.Reader.TryRead(out var pending))
        {
            taken.Add(pending);
        }

        while (taken.Count < batchMax && _interactive.Reader.TryRead(out var pending))
        {
            taken.Add(pending);
        }
    }

    /// <summary>Completes when something waits in a lane; false when the queue is closed and empty.</summary>
    /// <remarks>A wait that nobody stayed for goes on, and is handed to whoever asks next.</remarks>
    public Task<bool> WaitAsync() => _wait is { IsCompleted: false } ? _wait : _wait = WaitForLanesAsync();

    private async Task<bool> WaitForLanesAsync()
    {
        // A lane's wait is kept until it completes: an idle lane must not collect one more waiter for every batch.
        _interactiveWait ??= _interactive.Reader.WaitToReadAsync().AsTask();
        _bulkWait ??= _bulk.Reader.WaitToReadAsync().AsTask();
        await Task.WhenAny(_interactiveWait, _bulkWait).ConfigureAwait(false);
        var waiting = await TakeWaitAsync(_interactiveWait, () => _interactiveWait = null).ConfigureAwait(false)
            | await TakeWaitAsync(_bulkWait, () => _bulkWait = null).ConfigureAwait(false);
        if (waiting)
        {
            return true;
        }

        // One lane is closed and empty; the other decides.
        return _interactiveWait is null && _bulkWait is null
            ? _interactive.Reader.Count + _bulk.Reader.Count > 0
            : await (_interactiveWait ?? _bulkWait!).ConfigureAwait(false);
    }

    private static async ValueTask<bool> TakeWaitAsync(Task<bool> wait, Action clear)
    {
        if (!wait.IsCompleted)
        {
            return false;
        }

        clear();
        return await wait.ConfigureAwait(false);
    }
}
