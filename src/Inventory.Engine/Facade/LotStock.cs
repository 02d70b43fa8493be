using Inventory.Lots;
using NodaTime;

namespace Inventory;

/// <summary>A lot or serial as it stands now.</summary>
/// <param name="Sku">The SKU's code.</param>
/// <param name="Lot">The lot or serial number.</param>
/// <param name="Received">The day on which it first came in, in the time zone of the place.</param>
/// <param name="Dates">Its dates: as they were given, or as they followed from the SKU's shelf life.</param>
/// <param name="OnHand">Units on hand over all own places and states.</param>
/// <param name="Version">The version that the SKU had when it last moved; 0 when it never did.</param>
public sealed record LotStock(
    string Sku, string Lot, LocalDate Received, LotDates Dates, Quantity OnHand, long Version)
{
    /// <summary>What holds for it as a whole; only what is released can be sold.</summary>
    public LotStatus Status { get; init; }
}
