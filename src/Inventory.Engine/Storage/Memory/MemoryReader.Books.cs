using Inventory.Ledger;
using Inventory.Valuation;

namespace Inventory.Storage.Memory;

/// <content>What the books know.</content>
internal partial class MemoryReader
{
    public ValueTask<Checkpoint?> FindCheckpointAsync(int book, int sku, EntryKey at)
    {
        var found = Tables.Checkpoints.DownFrom((sku, book, at)).FirstOrDefault();
        var isOurs = found is not null && found.Sku == sku && found.Book == book;
        return One(isOurs ? found : null, isOurs ? 1 : 0);
    }

    public ValueTask<IReadOnlyList<LotCost>> FindLotCostsAsync(
        int book, int sku, IReadOnlyCollection<long> lots, EntryKey at) =>
        Found(lots.Select(lot => Tables.LotCosts.DownFrom((sku, book, lot, at)).FirstOrDefault() is { } found
            && found.Sku == sku && found.Book == book && found.Lot == lot ? found : null).OfType<LotCost>());

    public IAsyncEnumerable<Layer> ReadLayersAsync(int book, int sku, EntryKey from, EntryKey before) =>
        Stream(Tables.Layers.From((sku, book, from))
            .TakeWhile(layer => layer.Sku == sku && layer.Book == book && layer.Key < before));

    public IAsyncEnumerable<LayerTake> ReadTakesAsync(int book, int sku, EntryKey fromLayer, EntryKey before) =>
        Stream(Tables.Takes.From((sku, book, fromLayer, EntryKey.Start))
            .TakeWhile(take => take.Sku == sku && take.Book == book)
            .Where(take => take.Key < before));
}
