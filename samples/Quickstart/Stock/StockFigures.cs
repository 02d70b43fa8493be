namespace Inventory.Samples.Quickstart.Stock;

/// <summary>What the inventory says about one SKU over the year. Money in the file's currency, exact.</summary>
internal sealed record StockFigures
{
    /// <summary>A SKU that never moved: all its returns came before its first receipt, and it sold nothing.</summary>
    public static StockFigures Unmoved { get; } = new();

    /// <summary>By receipts; returns are not in it.</summary>
    public long ReceivedQuantity { get; init; }

    public decimal ReceivedValue { get; init; }

    public decimal ReturnsInValue { get; init; }

    /// <summary>What the sales cost, before returns.</summary>
    public decimal FifoCogs { get; init; }

    public long EndQuantity { get; init; }

    public decimal FifoEndValue { get; init; }

    /// <summary>What the sales cost by moving average, before returns; each perhaps rounded to 4 decimals.</summary>
    public decimal AvcoCogs { get; init; }

    public decimal AvcoEndValue { get; init; }
}
