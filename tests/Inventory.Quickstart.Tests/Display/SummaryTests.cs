using Inventory.Quickstart.Tests.Paper;
using Inventory.Samples.Quickstart.Display;
using Inventory.Samples.Quickstart.Input;
using Inventory.Samples.Quickstart.Report;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Quickstart.Tests.Display;

public class SummaryTests
{
    [Fact]
    public void Summary_IsWhatAnOwnerWantsToKnow()
    {
        const string Text =
            """
            Invoice,StockCode,Description,Quantity,InvoiceDate,Price
            1,22386,"JUMBO BAG,
            PINK",2000,2010-12-01 08:26,1.95
            C2,22386,JUMBO BAG,-2,2010-12-02 08:26,1.95
            C3,22999,LANTERN,-1,2010-12-02 08:26,3.50
            4,POST,POSTAGE,1,2010-12-31 08:26,18.00
            """;
        ShopYear year = Sales.Read(Text);
        StringWriter written = new() { NewLine = "\n" };
        Summary.Write(
            written, new SalesFile("/in/shop.csv", "00"), new YearReport(year, PaperStockKeeper.Keep(year)));
        Assert.Equal(
            """

            shop.csv, 2010-12-01 08:26:00 to 2010-12-31 08:26:00
            4 lines: 1 sales, 2 returns; left out: 0 without a price, 1 that are no goods

            Goods                       pieces
              received from suppliers    2,100
              sold                       2,000
              returned by customers          3   1 of them older than any delivery, not put into stock
              in stock at the end          102

            Money, in the file's currency     first in first out   moving average
              sales                                     3,900.00         3,900.00
              returns                                      -7.40            -7.40
              revenue                                   3,892.60         3,892.60
              cost of goods sold                       -2,340.00        -2,340.00
              cost of goods returned                        2.34             2.34
              gross margin                              1,554.94         1,554.94
              gross margin, part of revenue               39.9 %           39.9 %
              stock value at the end                      119.34           119.34

            Stock turned over 19.6 times (cost of goods sold over mean month-end value)

            Class   SKUs    revenue     share
              A        1   3,896.10   100.1 %
              B        0       0.00     0.0 %
              C        1      -3.50    -0.1 %

            Top sellers                     pieces    revenue
              22386       JUMBO BAG, PINK    1,998   3,896.10
              22999                             -1      -3.50


            """,
            written.ToString());
    }

    [Fact]
    public void Summary_OfAYearWithoutGoods_HasNoRatios()
    {
        ShopYear year = Sales.Year("1,POST,1,2010-12-01 08:26,18");
        StringWriter written = new() { NewLine = "\n" };
        Summary.Write(
            written, new SalesFile("/in/shop.csv", "00"), new YearReport(year, PaperStockKeeper.Keep(year)));
        Assert.DoesNotContain("turned over", written.ToString());
    }
}
