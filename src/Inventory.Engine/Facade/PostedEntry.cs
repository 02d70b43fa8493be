using NodaTime;

namespace Inventory;

/// <summary>One ledger entry of an answer.</summary>
/// <param name="SkuNumber">The SKU's number.</param>
/// <param name="Version">The entry's sequence within its SKU: the SKU's version after it.</param>
/// <param name="Effective">When it counts from.</param>
/// <param name="Cost">
/// What came in or went out cost in the inline book, in the ledger's currency; null when there is no inline book,
/// when it is a late issue, or when nothing crossed the border of own stock.
/// </param>
public readonly record struct PostedEntry(int SkuNumber, long Version, Instant Effective, decimal? Cost);
