using Inventory.Samples.Quickstart.Stock;

namespace Inventory.Quickstart.Tests.Paper;

/// <summary>The paper itself, held against figures worked out by hand.</summary>
public class PaperStockTests
{
    [Fact]
    public void Keep_ASmallYear_IsAsByHand()
    {
        // Week 48: 20 sold, so 21 received at 0.60. Week 49: 1 sold, so 2 received at 1.20.
        StockAnswers answers = PaperStockKeeper.Keep(Sales.Year(
            "1,22386,20,2010-12-01 08:26,1.00",
            "C2,22386,-2,2010-12-02 08:26,1.00",
            "3,22386,1,2010-12-08 08:26,2.00"));
        Assert.Equal(
            new StockFigures
            {
                ReceivedQuantity = 23,
                ReceivedValue = 21 * 0.60m + 2 * 1.20m,
                ReturnsInValue = 2 * 0.60m,
                FifoCogs = 21 * 0.60m,
                EndQuantity = 4,
                FifoEndValue = 2 * 0.60m + 2 * 1.20m,
                AvcoCogs = 20 * 0.60m + 0.84m,
                AvcoEndValue = 4 * 0.84m,
            },
            Assert.Single(answers.BySku));
        Assert.Equal([3.60m], answers.MonthEndFifoValues);
    }

    [Fact]
    public void Keep_ReceiptOfTheOldMonthForSalesOfTheNew_CountsInTheOld()
    {
        // Sold on Wednesday 2010-12-01, so received on Monday 2010-11-29; a charge puts November into the file.
        StockAnswers answers = PaperStockKeeper.Keep(Sales.Year(
            "1,POST,1,2010-11-30 08:26,18", "1,22386,20,2010-12-01 08:26,1.00"));
        Assert.Equal([12.60m, 0.60m], answers.MonthEndFifoValues);
    }
}
