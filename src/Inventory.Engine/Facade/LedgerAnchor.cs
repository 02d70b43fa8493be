using Inventory.Commands;
using NodaTime;

namespace Inventory;

/// <summary>
/// A hash over the history up to a commit: whoever keeps it can prove later that nothing before it was
/// changed.
/// </summary>
/// <param name="Commit">The last commit covered.</param>
/// <param name="Recorded">When that was recorded.</param>
/// <param name="Hash">The hash over the chain heads of all SKUs, by number.</param>
public sealed record LedgerAnchor(long Commit, Instant Recorded, Digest Hash);
