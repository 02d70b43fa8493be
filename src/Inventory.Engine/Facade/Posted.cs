using Inventory.Commands;
using Inventory.Locations;
using Inventory.Reservations;
using NodaTime;

namespace Inventory;

/// <summary>The answer to an applied command: durable when you hold it.</summary>
/// <param name="Key">The command's key, which names what it made.</param>
/// <param name="Commit">The number of the commit that applied it.</param>
/// <param name="Recorded">When it was recorded, by the store's clock.</param>
/// <param name="AlreadyApplied">
/// Whether the command had been applied before, and this is the answer it got then.
/// </param>
/// <param name="Entries">The ledger entries it made, in order of its lines.</param>
/// <param name="Number">The number of the SKU, location or reason it made, or of the place a transfer goes to; 0 else.</param>
public sealed record Posted(
    CommandKey Key, long Commit, Instant Recorded, bool AlreadyApplied, IReadOnlyList<PostedEntry> Entries,
        int Number)
{
    /// <summary>What each line of a reservation got, in order of its lines.</summary>
    public IReadOnlyList<ReservedLine> Lines { get; init; } = [];

    /// <summary>
    /// Promises that a plain truth, such as a count or a breakage, has left without cover; at most 256 are named.
    /// </summary>
    public IReadOnlyList<PromiseAtRisk> AtRisk { get; init; } = [];

    /// <summary>Bins that hold more than they should after it, where that is let through.</summary>
    public IReadOnlyList<OverCapacity> OverCapacity { get; init; } = [];

    /// <summary>The goods that it bound a reservation to, in the order in which they were found.</summary>
    public IReadOnlyList<AllocatedGoods> Allocated { get; init; } = [];

    /// <summary>
    /// Orders that were bound to goods which a plain truth, such as a count, has found gone: they keep their promise,
    /// and are to be allocated again. Named with the place in place of the pool.
    /// </summary>
    public IReadOnlyList<PromiseAtRisk> Unbound { get; init; } = [];

    /// <summary>
    /// What all entries together cost in the inline book; null when any cost is unknown or there is none.
    /// </summary>
    public decimal? Cost
    {
        get
        {
            decimal? sum = Entries.Count == 0 ? null : 0;
            foreach (var entry in Entries)
            {
                sum += entry.Cost;
            }

            return sum;
        }
    }
}
