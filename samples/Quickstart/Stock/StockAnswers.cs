namespace Inventory.Samples.Quickstart.Stock;

/// <summary>What the inventory answers once the year is in it.</summary>
/// <param name="BySku">One for each SKU of the year, in the same order.</param>
/// <param name="MonthEndFifoValues">The FIFO value of all stock, one for each month end of the year.</param>
/// <param name="Check">What checking the whole ledger found.</param>
internal sealed record StockAnswers(
    IReadOnlyList<StockFigures> BySku, IReadOnlyList<decimal> MonthEndFifoValues, LedgerCheck Check);
