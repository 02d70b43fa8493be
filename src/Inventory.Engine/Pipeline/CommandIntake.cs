using System.Threading.Channels;
using Inventory.Commands;

namespace Inventory.Pipeline;

/// <summary>
/// The callers' side of the pipeline: lets commands in, waits for their answers, and closes in good order.
/// </summary>
internal sealed class CommandIntake(
    CommitPipeline pipeline, InventoryOptions options, PipelineEnvironment environment) : IAsyncDisposable
{
    public Task<IReadOnlyList<Result<Posted>>> ExecuteAsync(
        IReadOnlyList<Command> commands, ExecuteOptions call, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(commands);
        if (cancellationToken.IsCancellationRequested)
        {
            return Task.FromCanceled<IReadOnlyList<Result<Posted>>>(cancellationToken);
        }

        if (commands.Count == 0)
        {
            return Task.FromResult<IReadOnlyList<Result<Posted>>>([]);
        }

        if (commands.Contains(null!))
        {
            throw new ArgumentException("A command is null.", nameof(commands));
        }

        if (call.Atomic && commands.Count > ExecuteOptions.AtomicMax)
        {
            return Task.FromResult(Answers.TooMany(commands));
        }

        var timeout = (call.Timeout ?? options.CommandTimeout).ToTimeSpan();
        var patience = timeout.Ticks * (Int128)environment.Time.TimestampFrequency / TimeSpan.TicksPerSecond;
        var submission = new Submission(
            commands, environment.Time.GetTimestamp() + (long)patience, call.Atomic);
        var enqueued = pipeline.Queue.TryEnqueue(submission, call.Lane);
        return enqueued == submission.PieceCount && !cancellationToken.CanBeCanceled
            ? submission.Answer
            : WaitAsync(submission, enqueued, call.Lane, timeout, cancellationToken);
    }

    /// <summary>Takes nothing more in, and answers or refuses everything that was taken in.</summary>
    public async ValueTask DisposeAsync()
    {
        pipeline.Queue.Close();
        var limit = environment.Time.CreateTimer(
            _ => pipeline.IsStopping = true, null, options.ShutdownTimeout.ToTimeSpan(), Timeout.InfiniteTimeSpan);
        await using (limit.ConfigureAwait(false))
        {
            await pipeline.Completion.ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<Result<Posted>>> WaitAsync(
        Submission submission, int enqueued, Lane lane, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (enqueued < submission.PieceCount)
        {
            await EnqueueAsync(submission, enqueued, lane, timeout, cancellationToken).ConfigureAwait(false);
        }

        using var registration = cancellationToken.Register(() => submission.Cancel(cancellationToken));
        return await submission.Answer.ConfigureAwait(false);
    }

    private async ValueTask EnqueueAsync(
        Submission submission, int enqueued, Lane lane, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(timeout, environment.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        try
        {
            for (; enqueued < submission.PieceCount; enqueued++)
            {
                await pipeline.Queue.EnqueueAsync(submission.Piece(enqueued), lane, either.Token)
                    .ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            submission.Cancel(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            RefuseFrom(submission, enqueued, "The queue is full; send the command again later, with the same key.");
        }
        catch (ChannelClosedException closed) when (enqueued == 0)
        {
            throw new ObjectDisposedException("The inventory has been closed.", closed);
        }
        catch (ChannelClosedException)
        {
            RefuseFrom(submission, enqueued, "The inventory is being closed; send the command again when it is open.");
        }
    }

    private void RefuseFrom(Submission submission, int first, string message)
    {
        for (var i = first; i < submission.PieceCount; i++)
        {
            environment.Metrics.Busy(submission.Piece(i).Count);
            submission.Piece(i).Refuse(ErrorCodes.Busy, message);
        }
    }
}
