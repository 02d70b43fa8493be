using Inventory.Commands;

namespace Inventory.Pipeline;

/// <summary>What waits for its answer and is decided as one: a command, or all commands of an atomic call.</summary>
internal readonly record struct Pending(Submission Submission, int Index, int Count = 1)
{
    /// <summary>The command, or the first of several.</summary>
    public Command Command => Submission.Commands[Index];

    public Digest Payload => Submission.Payload(Index);

    public bool IsGroup => Count > 1;

    public bool IsAnswered => Submission.IsAnswered(Index);

    /// <summary>Each command on its own.</summary>
    public List<Pending> Members()
    {
        var members = new List<Pending>(Count);
        for (var i = 0; i < Count; i++)
        {
            members.Add(new Pending(Submission, Index + i));
        }

        return members;
    }

    /// <summary>The key of one of the commands.</summary>
    public CommandKey Key(int member) => Submission.Commands[Index + member].Key;

    public bool HasKey(Predicate<CommandKey> condition)
    {
        for (var i = 0; i < Count; i++)
        {
            if (condition(Key(i)))
            {
                return true;
            }
        }

        return false;
    }

    public void Answer(Result<Posted> result) => Submission.Set(Index, result);

    public void Refuse(ErrorCode code, string message)
    {
        for (var i = 0; i < Count; i++)
        {
            Submission.Set(Index + i, Answers.Refused(code, Key(i), message));
        }
    }
}
