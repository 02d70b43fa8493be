namespace Inventory.Ledger;

/// <summary>What time has done to a position since it was last written.</summary>
/// <param name="Due">Units held whose time is over.</param>
/// <param name="Next">When the next holds end, in microseconds since 1970; <see cref="long.MaxValue"/> is never.</param>
public readonly record struct HoldsDue(long Due, long Next)
{
    /// <summary>Nothing is held for a time.</summary>
    public static HoldsDue None { get; } = new(0, long.MaxValue);
}
