using NodaTime;

namespace Inventory;

/// <summary>A quantity on hand at an instant.</summary>
/// <param name="Quantity">The quantity, in the SKU's base unit.</param>
/// <param name="KnownThrough">
/// Through which record time the history is final: an answer as known at or before it never changes.
/// </param>
/// <param name="RowsRead">How many rows it took to answer.</param>
public sealed record OnHand(Quantity Quantity, Instant KnownThrough, long RowsRead);
