using Inventory.Samples.Quickstart.Report;
using Inventory.Samples.Quickstart.Stock;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Samples.Quickstart.Output;

/// <summary>sku.csv: one line for each SKU, in ordinal order.</summary>
internal static class SkuFile
{
    public const string Name = "sku.csv";

    private const string Header =
        "sku,sale_lines,return_lines,sold_qty,returned_qty,net_qty,unmatched_return_qty,"
        + "revenue_gross,revenue_returns,revenue_net,received_qty,received_value,returns_in_value,"
        + "fifo_cogs,end_qty,fifo_end_value,avco_cogs,avco_end_value,abc";

    public static void Write(TextWriter to, IReadOnlyList<SkuRow> rows)
    {
        to.WriteLine(Header);
        foreach (SkuRow row in rows)
        {
            to.WriteLine(string.Join(',', Fields(row)));
        }
    }

    private static string[] Fields(SkuRow row)
    {
        SkuSales sales = row.Sales;
        StockFigures stock = row.Stock;
        return
        [
            sales.Sku,
            Figures.Count(sales.SaleLines),
            Figures.Count(sales.ReturnLines),
            Figures.Count(sales.SoldQuantity),
            Figures.Count(sales.ReturnedQuantity),
            Figures.Count(sales.NetQuantity),
            Figures.Count(sales.UnmatchedReturnQuantity),
            Figures.Revenue(sales.RevenueGross),
            Figures.Revenue(sales.RevenueReturns),
            Figures.Revenue(sales.RevenueNet),
            Figures.Count(stock.ReceivedQuantity),
            Figures.StockMoney(stock.ReceivedValue),
            Figures.StockMoney(stock.ReturnsInValue),
            Figures.StockMoney(stock.FifoCogs),
            Figures.Count(stock.EndQuantity),
            Figures.StockMoney(stock.FifoEndValue),
            Figures.StockMoney(stock.AvcoCogs),
            Figures.StockMoney(stock.AvcoEndValue),
            row.Class.ToString(),
        ];
    }
}
