using Inventory.Commands;

namespace Inventory.Pipeline;

/// <summary>One command that waits for its answer.</summary>
internal readonly record struct Pending(Submission Submission, int Index)
{
    public Command Command => Submission.Commands[Index];

    public void Answer(Result<Posted> result) => Submission.Set(Index, result);

    public void Refuse(ErrorCode code, string message) => Answer(new Result<Posted>(
        [new InventoryError(code, "command", Command.Key.ToString(), null, message)]));
}
