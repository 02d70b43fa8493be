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
                : Answers.Refused(
                    ErrorCodes.GroupRefused, key,
                    $"The command '{key}' was not applied, because another of the same atomic call was refused; correct that one and send all of them again."));
        }
    }
}
