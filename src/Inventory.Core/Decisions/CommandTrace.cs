using Inventory.Ledger;

namespace Inventory.Decisions;

/// <summary>An applied command with what it made: what a reversal or release builds on.</summary>
/// <param name="Record">The command's record.</param>
/// <param name="Reply">Its answer.</param>
/// <param name="Entries">Its entries, by line.</param>
/// <param name="Reversed">What has been reversed of each of those entries so far, in the same order.</param>
/// <param name="Reservation">The reservation it made, as it stands; null when it made none.</param>
public sealed record CommandTrace(
    CommandRecord Record, Reply Reply, IReadOnlyList<Entry> Entries, IReadOnlyList<long> Reversed,
    ReservationState? Reservation)
{
    /// <summary>Whether a change reverses or releases something of the command.</summary>
    internal bool IsAlteredBy(ChangeSet change) =>
        (Reservation is { } mine && change.Reservation is { } changed
            && (mine.Commit, mine.Ordinal) == (changed.Commit, changed.Ordinal))
        || change.Entries.Any(reversal => reversal.Reverses != 0 && Entries.Any(
            entry => (entry.Sku, entry.Sequence) == (reversal.Sku, reversal.Reverses)));
}
