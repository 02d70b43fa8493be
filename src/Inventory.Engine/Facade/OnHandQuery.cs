using Inventory.Movements;
using NodaTime;

namespace Inventory;

/// <summary>Asks how much was where, when, and as known when.</summary>
/// <param name="Sku">The SKU's code.</param>
public sealed record OnHandQuery(string Sku)
{
    /// <summary>The code of one place; null is all own places, or those of <see cref="Pool"/>.</summary>
    public string? Location { get; init; }

    /// <summary>The code of a pool or of a place in it; null is all pools.</summary>
    public string? Pool { get; init; }

    /// <summary>One lot or serial; null is all. Reads that lot's own entries.</summary>
    public string? Lot { get; init; }

    /// <summary>One status; null is any.</summary>
    public StockStatus? Status { get; init; }

    /// <summary>The code of one grade; an empty text is goods without one, null is any.</summary>
    public string? Grade { get; init; }

    /// <summary>The code of one owner; an empty text is ourselves, null is anybody.</summary>
    public string? Owner { get; init; }

    /// <summary>The effective instant, included; null is now.</summary>
    public Instant? AsOf { get; init; }

    /// <summary>What had been recorded by then, included; null is all that is known.</summary>
    public Instant? KnownAt { get; init; }
}
