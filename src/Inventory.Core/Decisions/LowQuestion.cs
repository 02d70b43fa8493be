using Inventory.Ledger;

namespace Inventory.Decisions;

/// <summary>Asks for the fewest units at a spot at any instant from one on and before another.</summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Spot">The spot; with a lot only that lot's units count.</param>
/// <param name="From">The first instant, after all entries that are effective at it; microseconds since 1970.</param>
/// <param name="Until">The instant before which the question ends; <see cref="long.MaxValue"/> asks up to now.</param>
public readonly record struct LowQuestion(int Sku, Spot Spot, long From, long Until);
