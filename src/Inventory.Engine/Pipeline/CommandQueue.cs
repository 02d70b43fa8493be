using System.Threading.Channels;

namespace Inventory.Pipeline;

/// <summary>The bounded queue in front of the pipeline, with its two lanes.</summary>
/// <remarks>Writers: any thread. Reader: the pipeline alone.</remarks>
internal sealed class CommandQueue(int capacity, PipelineWork work)
{
    private readonly Channel<Pending> _interactive = CreateLane(capacity);
    private readonly Channel<Pending> _bulk = CreateLane(capacity);
    private volatile bool _isClosed;

    /// <summary>Set when something may have happened that the pipeline waits for.</summary>
    public Signal Signal { get; } = new(work);

    public bool IsEmpty => _interactive.Reader.Count == 0 && _bulk.Reader.Count == 0;

    /// <summary>Lets a command in, waiting while its lane is full.</summary>
    /// <exception cref="ChannelClosedException">The queue has been closed.</exception>
    public async ValueTask EnqueueAsync(Pending pending, Lane lane, CancellationToken cancellationToken)
    {
        await Writer(lane).WriteAsync(pending, cancellationToken).ConfigureAwait(false);
        Signal.Set();
    }

    /// <summary>Lets in as many pieces of a call as there is room for now; returns how many.</summary>
    public int TryEnqueue(Submission submission, Lane lane)
    {
        var writer = Writer(lane);
        var count = 0;
        while (count < submission.PieceCount && writer.TryWrite(submission.Piece(count)))
        {
            count++;
        }

        Signal.Set();
        return count;
    }

    /// <summary>Closes the queue to new commands; those inside stay to be taken.</summary>
    public void Close()
    {
        _interactive.Writer.TryComplete();
        _bulk.Writer.TryComplete();
        _isClosed = true;
        Signal.Set();
    }

    /// <summary>
    /// Takes what is waiting, never more than there is room for; in a batch with others, bulk commands get a quarter.
    /// </summary>
    public void Take(List<Pending> taken, int batchMax, ref LaneShares shares)
    {
        for (var bulk = BulkRoom(batchMax - taken.Count, batchMax, shares);
            bulk > 0 && _bulk.Reader.TryRead(out var pending); bulk--)
        {
            taken.Add(pending);
            shares.Bulk++;
        }

        while (taken.Count < batchMax && _interactive.Reader.TryRead(out var pending))
        {
            taken.Add(pending);
            shares.Interactive++;
        }
    }

    /// <summary>Whether something waits that a batch may still take.</summary>
    public bool CanFill(int batchMax, LaneShares shares) =>
        _interactive.Reader.Count > 0 || (_bulk.Reader.Count > 0 && BulkRoom(1, batchMax, shares) > 0);

    /// <summary>Completes when something waits in a lane; false when the queue is closed and empty.</summary>
    public async ValueTask<bool> WaitAsync()
    {
        while (IsEmpty)
        {
            // Closed before it was seen to be empty again: nothing can have come in between.
            if (_isClosed && IsEmpty)
            {
                return false;
            }

            await Signal.WaitAsync().ConfigureAwait(false);
        }

        return true;
    }

    private static Channel<Pending> CreateLane(int capacity) =>
        Channel.CreateBounded<Pending>(new BoundedChannelOptions(capacity) { SingleReader = true });

    private int BulkRoom(int room, int batchMax, LaneShares shares) =>
        _interactive.Reader.Count + shares.Interactive == 0
            ? room
            : Math.Min(Math.Max(1, batchMax / 4) - shares.Bulk, room);

    private ChannelWriter<Pending> Writer(Lane lane) => (lane == Lane.Bulk ? _bulk : _interactive).Writer;
}
