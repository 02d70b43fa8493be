using Inventory.Movements;

namespace Inventory.Testing.Naive;

/// <summary>One side of a fact: a place, the folded code of a lot or nothing, and a status.</summary>
internal sealed record NaiveSpot(NaivePlace Place, string? Lot, StockStatus Status);
