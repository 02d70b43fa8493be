using NodaTime;

namespace Inventory.Samples.Quickstart.Year;

internal enum StockEventKind
{
    Receipt,
    Sale,
    Return,
}

/// <summary>Something that moved stock: one command for the inventory.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Sku">The SKU's place in the year's list.</param>
/// <param name="Row">The line's row in the file; 0 for a receipt, which no line of the file tells.</param>
/// <param name="At">When, in UTC; no finer than the file, so to the minute or the second.</param>
/// <param name="Quantity">Each, always above 0.</param>
/// <param name="UnitCost">Money per each, at most 4 decimals; 0 for a sale, whose cost the inventory tells.</param>
internal readonly record struct StockEvent(
    StockEventKind Kind, int Sku, int Row, Instant At, long Quantity, decimal UnitCost)
    : IComparable<StockEvent>
{
    /// <summary>What the goods cost in all. Exact.</summary>
    public decimal Cost => Quantity * UnitCost;

    /// <summary>
    /// By time, then receipts before lines, then the place in the file. Receipts have row 0, before any line; those
    /// of one Monday go by SKU, so that the order is the same in every run.
    /// </summary>
    public int CompareTo(StockEvent other)
    {
        int order = At.CompareTo(other.At);
        order = order != 0 ? order : Row.CompareTo(other.Row);
        return order != 0 ? order : Sku.CompareTo(other.Sku);
    }
}
