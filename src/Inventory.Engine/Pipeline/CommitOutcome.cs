namespace Inventory.Pipeline;

/// <summary>What became of a batch.</summary>
/// <param name="AsDecided">
/// Whether the stock that the batch was decided on is now what the store has. False when it was decided again, or
/// when somebody else has committed in between.
/// </param>
/// <param name="LastCommit">The number of the last commit, when <paramref name="AsDecided"/>.</param>
internal readonly record struct CommitOutcome(bool AsDecided, long LastCommit)
{
    public static CommitOutcome Stale => new(false, 0);
}
