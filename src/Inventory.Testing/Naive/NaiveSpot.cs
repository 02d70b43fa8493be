using Inventory.Movements;

namespace Inventory.Testing.Naive;

/// <summary>
/// One side of a fact: a place, the folded code of a lot or nothing, a status, and the folded codes of a grade and an
/// owner or nothing.
/// </summary>
internal sealed record NaiveSpot(
    NaivePlace Place, string? Lot, StockStatus Status, string? Grade = null, string? Owner = null)
{
    /// <summary>Whether units here are ours and in our hands.</summary>
    public bool IsOurs => Place.IsOwn && Owner is null;

    /// <summary>Where units here are promised; null outside.</summary>
    public NaivePool? Pool => Place.Pool is { } pool ? new NaivePool(pool, Grade, Owner) : null;
}
