namespace Inventory.Catalog;

/// <summary>Where a SKU stands in its life; each status allows a fixed set of movements.</summary>
/// <remarks>
/// Receipts and opening balances: active only. Issues: active, phase-out and discontinued. Everything else, which
/// corrects or clears stock (returns, transfers, adjustments, scrap, counts, status changes, reversals): all but
/// draft. Blocked allows nothing but counts, adjustments, scrap and status changes.
/// </remarks>
public enum Lifecycle
{
    /// <summary>Sold and bought.</summary>
    Active,

    /// <summary>Being prepared; no movement yet.</summary>
    Draft,

    /// <summary>Sold, no longer bought.</summary>
    PhaseOut,

    /// <summary>Neither planned nor bought; what is left may still be sold.</summary>
    Discontinued,

    /// <summary>Stopped.</summary>
    Blocked,
}
