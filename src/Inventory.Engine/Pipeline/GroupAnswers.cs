using Inventory.Commands;

namespace Inventory.Pipeline;

/// <summary>The answers to an atomic call of which something was refused.</summary>
internal static class GroupAnswers
{
    /// <summary>
    /// Settles every command of the call: what was refused with its own reasons, what was applied long ago with its
    /// answer, the others because of their neighbour.
    /// </summary>
    /// <param name="batch">The batch that takes the answers.</param>
    /// <param name="trial">What came of trying the commands.</param>
    /// <param name="members">The commands.</param>
    /// <param name="decided">How many could be decided; the next builds on history that the call itself adds to.</param>
    public static void Refuse(DecidedBatch batch, DecidedBatch trial, List<Pending> members, int decided)
    {
        var settled = trial.Settled.ToDictionary(each => each.Pending, each => each.Result);
        for (var i = 0; i < members.Count; i++)
        {
            var key = members[i].Command.Key;
            batch.Settle(members[i], settled.TryGetValue(members[i], out var own) ? own
                : i == decided ? Answers.Refused(
                    ErrorCodes.InvalidGroup, key,
                    $"The command '{key}' undoes or predates what the same atomic call does; send it in a call of its own.")
                : NotAlone(key));
        }
    }

    /// <summary>Answers every command of an enlisted call of which nothing is kept.</summary>
    /// <param name="batches">What came of deciding the commands.</param>
    /// <param name="members">The commands.</param>
    /// <param name="last">The last commit before the call: what came after it is undone.</param>
    public static void Refuse(List<DecidedBatch> batches, List<Pending> members, long last)
    {
        var settled = batches.SelectMany(batch => batch.Settled)
            .Where(each => !each.Result.Succeeded || each.Result.Value.Commit <= last)
            .ToDictionary(each => each.Pending, each => each.Result);
        members.ForEach(member => member.Answer(
            settled.TryGetValue(member, out var own) ? own : NotAlone(member.Command.Key)));
    }

    private static Result<Posted> NotAlone(CommandKey key) => Answers.Refused(
        ErrorCodes.GroupRefused, key,
        $"The command '{key}' was not applied, because another of the same atomic call was refused; correct that one and send all of them again.");
}
