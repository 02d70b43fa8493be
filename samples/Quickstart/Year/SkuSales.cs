namespace Inventory.Samples.Quickstart.Year;

/// <summary>What one SKU sold and took back in the year, in pieces and in money.</summary>
internal sealed class SkuSales(string sku)
{
    public string Sku { get; } = sku;

    /// <summary>As its first sale line that has one calls it; may be empty.</summary>
    public string Description { get; private set; } = "";

    public int SaleLines { get; private set; }

    public int ReturnLines { get; private set; }

    public long SoldQuantity { get; private set; }

    public long ReturnedQuantity { get; private set; }

    /// <summary>The part of the returned quantity that came back before the SKU's first receipt.</summary>
    public long UnmatchedReturnQuantity { get; private set; }

    public decimal RevenueGross { get; private set; }

    public decimal RevenueReturns { get; private set; }

    public long NetQuantity => SoldQuantity - ReturnedQuantity;

    public decimal RevenueNet => RevenueGross - RevenueReturns;

    public void Add(in StockLine line)
    {
        if (line.Kind == LineKind.Sale)
        {
            SaleLines++;
            SoldQuantity += line.Quantity;
            RevenueGross += line.Revenue;
        }
        else
        {
            ReturnLines++;
            ReturnedQuantity += line.Quantity;
            RevenueReturns += line.Revenue;
        }
    }

    public void AddUnmatchedReturn(long quantity) => UnmatchedReturnQuantity += quantity;

    public void Describe(ReadOnlySpan<char> description)
    {
        if (Description.Length == 0)
        {
            Description = description.ToString();
        }
    }
}
