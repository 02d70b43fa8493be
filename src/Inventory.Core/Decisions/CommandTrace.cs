using Inventory.Ledger;

namespace Inventory.Decisions;

/// <summary>An applied command with what it made: what a reversal or release builds on.</summary>
/// <param name="Record">The command's record.</param>
/// <param name="Reply">Its answer.</param>
/// <param name="Entries">Its entries, by line.</param>
/// <param name="Reversed">What has been reversed of each of those entries so far, in the same order.</param>
/// <param name="Legs">The legs of the reservation it made, as they stand, by number.</param>
/// <param name="Allocations">The goods that those legs are bound to.</param>
public sealed record CommandTrace(
    CommandRecord Record, Reply Reply, IReadOnlyList<Entry> Entries, IReadOnlyList<long> Reversed,
    IReadOnlyList<ReservationLeg> Legs, IReadOnlyList<Allocation> Allocations)
{
    /// <summary>Whether a change reverses or releases something of the command.</summary>
    internal bool IsAlteredBy(ChangeSet change) =>
        change.Legs.Any(changed => Legs.Any(mine => mine.Key == changed.After.Key))
        || change.Entries.Any(reversal => reversal.Reverses != 0 && Entries.Any(
            entry => (entry.Sku, entry.Sequence) == (reversal.Sku, reversal.Reverses)));
}
