using Inventory.Samples.Quickstart.Input;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Samples.Quickstart.Stock;

/// <summary>
/// Whoever keeps stock for the sample: takes the year's events in order and says what stock is worth. The inventory
/// library does, and in the tests a naive count on paper.
/// </summary>
internal interface IStockKeeper
{
    /// <summary>
    /// Sends every event of the year and answers when all are kept. Events that were kept in an earlier run are kept
    /// once.
    /// </summary>
    /// <exception cref="InputException">The stock kept already is that of another file.</exception>
    Task<StockAnswers> KeepAsync(
        SalesFile source, ShopYear year, IProgress<ReplayStep> progress, CancellationToken cancellationToken);
}
