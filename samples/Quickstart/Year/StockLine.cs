using NodaTime;

namespace Inventory.Samples.Quickstart.Year;

/// <summary>A sale or a return as the file has it.</summary>
/// <param name="Kind">Sale or return; no other line is kept.</param>
/// <param name="Sku">The SKU's place in the year's list.</param>
/// <param name="Row">The line's row in the file; the header is row 1.</param>
/// <param name="At">When, in UTC.</param>
/// <param name="Quantity">Each, above 0 for returns also.</param>
/// <param name="UnitPrice">Money per each.</param>
internal readonly record struct StockLine(
    LineKind Kind, int Sku, int Row, Instant At, long Quantity, decimal UnitPrice)
    : IComparable<StockLine>
{
    public decimal Revenue => Quantity * UnitPrice;

    /// <summary>By SKU, then time, then the place in the file.</summary>
    public int CompareTo(StockLine other)
    {
        int order = Sku.CompareTo(other.Sku);
        order = order != 0 ? order : At.CompareTo(other.At);
        return order != 0 ? order : Row.CompareTo(other.Row);
    }
}
