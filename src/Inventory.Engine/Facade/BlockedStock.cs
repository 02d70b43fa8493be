namespace Inventory;

/// <summary>Units on hand that cannot be sold, by reason.</summary>
/// <param name="QualityControl">Waiting for inspection.</param>
/// <param name="Damaged">Damaged, not yet disposed of.</param>
/// <param name="Quarantined">Blocked by a decision about the lot or place.</param>
/// <param name="Recalled">Recalled by the maker.</param>
/// <param name="Withheld">Withheld from sale on purpose, as safety stock.</param>
/// <param name="Expired">
/// For sale by their status, but past their removal day in the pool's time zone. That is so by the date alone: nothing
/// has to run.
/// </param>
/// <param name="OnItsWay">On its way between two places of ours: what lies at a transit place.</param>
public sealed record BlockedStock(
    Quantity QualityControl, Quantity Damaged, Quantity Quarantined, Quantity Recalled, Quantity Withheld,
    Quantity Expired, Quantity OnItsWay);
