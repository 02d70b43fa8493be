using Inventory.Samples.Quickstart.Input;
using Inventory.Samples.Quickstart.Year;

namespace Inventory.Samples.Quickstart.Stock;

/// <summary>Stands where the inventory library will: it keeps nothing, and says so.</summary>
internal sealed class NoStockKeeper : IStockKeeper
{
    public Task<StockAnswers> KeepAsync(
        SalesFile source, ShopYear year, IProgress<ReplayStep> progress, CancellationToken cancellationToken) =>
        throw new NotSupportedException("The sample is not wired to the inventory library yet.");
}
