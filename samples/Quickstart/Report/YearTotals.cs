using Inventory.Samples.Quickstart.Stock;

namespace Inventory.Samples.Quickstart.Report;

/// <summary>The sums over all SKUs.</summary>
internal sealed class YearTotals
{
    public YearTotals(IReadOnlyList<SkuRow> rows)
    {
        foreach (SkuRow row in rows)
        {
            SoldQuantity += row.Sales.SoldQuantity;
            ReturnedQuantity += row.Sales.ReturnedQuantity;
            UnmatchedReturnQuantity += row.Sales.UnmatchedReturnQuantity;
            RevenueGross += row.Sales.RevenueGross;
            RevenueReturns += row.Sales.RevenueReturns;
            Add(row.Stock);
        }
    }

    public long SoldQuantity { get; }

    public long ReturnedQuantity { get; }

    public long UnmatchedReturnQuantity { get; }

    public decimal RevenueGross { get; }

    public decimal RevenueReturns { get; }

    public decimal RevenueNet => RevenueGross - RevenueReturns;

    public long ReceivedQuantity { get; private set; }

    public decimal ReceivedValue { get; private set; }

    public decimal ReturnsInValue { get; private set; }

    public decimal FifoCogs { get; private set; }

    public long EndQuantity { get; private set; }

    public decimal FifoEndValue { get; private set; }

    public decimal AvcoCogs { get; private set; }

    public decimal AvcoEndValue { get; private set; }

    private void Add(StockFigures stock)
    {
        ReceivedQuantity += stock.ReceivedQuantity;
        ReceivedValue += stock.ReceivedValue;
        ReturnsInValue += stock.ReturnsInValue;
        FifoCogs += stock.FifoCogs;
        EndQuantity += stock.EndQuantity;
        FifoEndValue += stock.FifoEndValue;
        AvcoCogs += stock.AvcoCogs;
        AvcoEndValue += stock.AvcoEndValue;
    }
}
