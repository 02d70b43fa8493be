using Inventory.Commands;
using NodaTime;

namespace Inventory;

/// <summary>
/// A hash over the history up to a commit. Kept where whoever may write to the database cannot reach it, and given to
/// <see cref="IInventory.VerifyAsync"/> later, it proves that nothing up to that commit was changed.
/// </summary>
/// <param name="Commit">The last commit covered.</param>
/// <param name="Recorded">When that was recorded.</param>
/// <param name="Hash">The hash over the numbers and chains of all SKUs that have entries, by number.</param>
public sealed record LedgerAnchor(long Commit, Instant Recorded, Digest Hash);
