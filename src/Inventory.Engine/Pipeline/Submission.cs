using Inventory.Commands;

namespace Inventory.Pipeline;

/// <summary>One call's commands on their way: it is answered when the last of them is.</summary>
internal sealed class Submission(IReadOnlyList<Command> commands, long deadline, bool isAtomic)
{
    private readonly TaskCompletionSource<IReadOnlyList<Result<Posted>>> _completion =
        new(TaskCreationOptions.RunContinuationsAsynchronously);

    // Hashed by the caller: the pipeline has one thread for all of them.
    private readonly Digest[] _payloads = Payloads(commands);

    private readonly Result<Posted>[] _results = new Result<Posted>[commands.Count];
    private readonly bool[] _answered = new bool[commands.Count];
    private int _open = commands.Count;

    public IReadOnlyList<Command> Commands => commands;

    public Digest Payload(int index) => _payloads[index];

    /// <summary>In how many pieces it waits: one when its commands take effect together.</summary>
    public int PieceCount => isAtomic ? 1 : commands.Count;

    public Pending Piece(int index) => new(this, index, isAtomic ? commands.Count : 1);

    /// <summary>The time stamp after which commands still waiting are refused.</summary>
    public long Deadline => deadline;

    public Task<IReadOnlyList<Result<Posted>>> Answer => _completion.Task;

    /// <summary>Whether one of the commands has its answer, or all have failed together.</summary>
    public bool IsAnswered(int index) => _answered[index] || _completion.Task.IsCompleted;

    public void Set(int index, Result<Posted> result)
    {
        if (_answered[index])
        {
            return;
        }

        _answered[index] = true;
        _results[index] = result;
        if (Interlocked.Decrement(ref _open) == 0)
        {
            _completion.TrySetResult(_results);
        }
    }

    public void Fail(Exception exception) => _completion.TrySetException(exception);

    public void Cancel(CancellationToken cancellationToken) => _completion.TrySetCanceled(cancellationToken);

    private static Digest[] Payloads(IReadOnlyList<Command> commands)
    {
        var payloads = new Digest[commands.Count];
        for (var i = 0; i < payloads.Length; i++)
        {
            payloads[i] = commands[i].ComputePayload();
        }

        return payloads;
    }
}
