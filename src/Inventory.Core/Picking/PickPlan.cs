namespace Inventory.Picking;

/// <summary>Where units are picked.</summary>
/// <remarks>Quantities in steps of the base unit. Immutable.</remarks>
/// <param name="Asked">How many units were asked for.</param>
/// <param name="Picks">What is picked, in the order of the strategy; a spot is named once.</param>
/// <param name="Followed">
/// The strategy that decided: <see cref="PickStrategy.Fifo"/> where the one asked for had nothing to go by, such as
/// FEFO among goods without dates.
/// </param>
/// <param name="Expired">When units are missing: those left lying because they will have expired; else 0.</param>
/// <param name="TooOld">
/// When units are missing: those left lying because they do not keep as long as they must; else 0.
/// </param>
public sealed record PickPlan(
    long Asked, IReadOnlyList<Pick> Picks, PickStrategy Followed, long Expired, long TooOld)
{
    /// <summary>How many units are missing.</summary>
    public long Missing => Asked - Picks.Sum(pick => pick.Units);
}
