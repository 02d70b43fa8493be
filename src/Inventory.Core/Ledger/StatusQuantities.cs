using Inventory.Movements;

namespace Inventory.Ledger;

/// <summary>Quantities by stock status, in steps of the base unit.</summary>
/// <param name="Available">Free for sale.</param>
/// <param name="QualityControl">Waiting for inspection.</param>
/// <param name="Damaged">Damaged, not yet disposed of.</param>
/// <param name="Quarantined">Blocked by a decision.</param>
/// <param name="Recalled">Recalled by the maker.</param>
/// <param name="Withheld">Withheld from sale on purpose.</param>
public readonly record struct StatusQuantities(
    long Available, long QualityControl = 0, long Damaged = 0, long Quarantined = 0, long Recalled = 0,
    long Withheld = 0)
{
    /// <summary>All of them together.</summary>
    public long Total => Available + QualityControl + Damaged + Quarantined + Recalled + Withheld;

    /// <summary>The quantity in one status.</summary>
    /// <param name="status">The status.</param>
    public long this[StockStatus status] => status switch
    {
        StockStatus.Available => Available,
        StockStatus.QualityControl => QualityControl,
        StockStatus.Damaged => Damaged,
        StockStatus.Quarantined => Quarantined,
        StockStatus.Recalled => Recalled,
        StockStatus.Withheld => Withheld,
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };

    /// <summary>A quantity in one status and nothing in the others.</summary>
    /// <param name="status">The status.</param>
    /// <param name="quantity">Steps of the base unit.</param>
    /// <returns>The quantities.</returns>
    public static StatusQuantities Of(StockStatus status, long quantity) => status switch
    {
        StockStatus.Available => new StatusQuantities(quantity),
        StockStatus.QualityControl => new StatusQuantities(0, QualityControl: quantity),
        StockStatus.Damaged => new StatusQuantities(0, Damaged: quantity),
        StockStatus.Quarantined => new StatusQuantities(0, Quarantined: quantity),
        StockStatus.Recalled => new StatusQuantities(0, Recalled: quantity),
        StockStatus.Withheld => new StatusQuantities(0, Withheld: quantity),
        _ => throw new ArgumentOutOfRangeException(nameof(status), status, "There is no such status."),
    };

    /// <summary>Adds status by status.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sums.</returns>
    public static StatusQuantities operator +(StatusQuantities left, StatusQuantities right) => new(
        left.Available + right.Available, left.QualityControl + right.QualityControl, left.Damaged + right.Damaged,
        left.Quarantined + right.Quarantined, left.Recalled + right.Recalled, left.Withheld + right.Withheld);

    /// <summary>Adds status by status.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <returns>The sums.</returns>
    public static StatusQuantities Add(StatusQuantities left, StatusQuantities right) => left + right;
}
