namespace Inventory.Decisions;

/// <summary>The outside facts a decision depends on: the instant, and the command's place in its commit.</summary>
/// <param name="Now">The store's clock, in microseconds since 1970; what the change will be recorded at.</param>
/// <param name="Ordinal">The command's place in its commit, from 0.</param>
public readonly record struct Moment(long Now, int Ordinal)
{
    /// <summary>
    /// How far in the future an effective time may lie, in microseconds: one minute, for clocks that differ a little.
    /// </summary>
    public const long Tolerance = 60_000_000;
}
