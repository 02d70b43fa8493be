namespace Inventory;

/// <summary>Units on hand whose day of removal comes within some days.</summary>
/// <param name="FromDays">The first day, counted from the day asked for; null for what is expired by then.</param>
/// <param name="ThroughDays">
/// The last day, included; 0 for what is expired, null for the last bucket, where also stands what never expires.
/// </param>
/// <param name="Quantity">Own units on hand, whatever their status.</param>
/// <param name="Value">
/// What they are worth, in the ledger's currency at its cost scale; null when no book was named.
/// </param>
public sealed record ShelfLifeBucket(int? FromDays, int? ThroughDays, Quantity Quantity, decimal? Value);
