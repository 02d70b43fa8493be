using Inventory.Samples.Quickstart.Input;
using Inventory.Samples.Quickstart.Stock;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Quickstart.Tests.Paper;

/// <summary>
/// Keeps stock the plainest way there is and knows nothing of the inventory library: what the library answers is held
/// against this.
/// </summary>
internal sealed class PaperStockKeeper : IStockKeeper
{
    public Task<StockAnswers> KeepAsync(
        SalesFile source, ShopYear year, IProgress<ReplayStep> progress, CancellationToken cancellationToken)
    {
        StockAnswers answers = Keep(year);
        if (!year.Events.IsEmpty)
        {
            progress.Report(new ReplayStep(year.Events.Length, year.Events.Length, year.Events.Span[^1].At));
        }

        return Task.FromResult(answers);
    }

    public static StockAnswers Keep(ShopYear year)
    {
        PaperSku[] cards = [.. year.Skus.Select(_ => new PaperSku())];
        List<decimal> monthEnds = [];
        int next = 0;
        foreach (MonthEnd end in year.MonthEnds)
        {
            for (; next < year.Events.Length && year.Events.Span[next].At < end.Until; next++)
            {
                StockEvent each = year.Events.Span[next];
                cards[each.Sku].Post(each);
            }

            monthEnds.Add(cards.Sum(card => card.FifoValue));
        }

        Assert.Equal(year.Events.Length, next);
        LedgerCheck check = new(IsClean: true, "kept on paper");
        return new StockAnswers([.. cards.Select(card => card.Figures)], monthEnds, check);
    }
}
