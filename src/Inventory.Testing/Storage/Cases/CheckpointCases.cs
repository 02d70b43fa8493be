using Inventory.Ledger;
using Inventory.Valuation;

namespace Inventory.Testing.Storage.Cases;

internal sealed class CheckpointCases(StoreFixture fixture)
{
    public async Task Find_GivesTheLastAtOrBefore()
    {
        await fixture.WriteAsync(BookRows.PutAsync).ConfigureAwait(false);

        Expect.Equal(null, await FindAsync(1, 1, BookRows.One.Start.Previous).ConfigureAwait(false),
            "before the first");
        Expect.Equal(BookRows.One, await FindAsync(1, 1, BookRows.One.Start).ConfigureAwait(false), "at the first");
        Expect.Equal(BookRows.One, await FindAsync(1, 1, BookRows.Two.Start.Previous).ConfigureAwait(false),
            "before the second");
        Expect.Equal(BookRows.Two, await FindAsync(1, 1, EntryKey.End).ConfigureAwait(false), "at the end");
        Expect.Equal(BookRows.OtherBook, await FindAsync(2, 1, EntryKey.End).ConfigureAwait(false), "of another book");
        Expect.Equal(BookRows.OtherSku, await FindAsync(1, 2, EntryKey.End).ConfigureAwait(false), "of another SKU");
        Expect.Equal(null, await FindAsync(2, 2, EntryKey.End).ConfigureAwait(false), "of a book that knows nothing");
    }

    public async Task Put_Again_Overwrites()
    {
        await fixture.WriteAsync(BookRows.PutAsync).ConfigureAwait(false);
        var changed = BookRows.Two with
        {
            State =
            BookState.Empty with { QuantityIn = 1, ShortQuantity = 2, Front = new(3, 4) }
        };
        await fixture.WriteAsync(writer => writer.PutCheckpointAsync(changed, [], [], [])).ConfigureAwait(false);

        Expect.Equal(changed, await FindAsync(1, 1, EntryKey.End).ConfigureAwait(false), "the checkpoint");
        var rows = await fixture.ReadAsync(reader => reader.GetProjectionsAsync(1)).ConfigureAwait(false);
        Expect.Rows([BookRows.One, changed, BookRows.OtherBook], rows.Checkpoints, "checkpoints by book and start");
    }

    public async Task Layers_AreReadInOrder_FromOneAndBeforeAnother()
    {
        await fixture.WriteAsync(BookRows.PutAsync).ConfigureAwait(false);
        var layers = BookRows.Layers;

        Expect.Rows(layers, await LayersAsync(EntryKey.Start, EntryKey.End).ConfigureAwait(false), "all layers");
        Expect.Rows(layers[1..], await LayersAsync(layers[1].Key, EntryKey.End).ConfigureAwait(false),
            "from the second");
        Expect.Rows(layers[2..], await LayersAsync(layers[1].Key.Next, EntryKey.End).ConfigureAwait(false),
            "after the second");
        Expect.Rows(layers[..1], await LayersAsync(EntryKey.Start, layers[1].Key).ConfigureAwait(false),
            "before the second");
        Expect.Rows([], await LayersAsync(layers[1].Key, layers[1].Key).ConfigureAwait(false),
            "from the second to itself");
        Expect.Rows(
            [BookRows.OtherLayer],
            await fixture.StreamAsync(reader => reader.ReadLayersAsync(2, 1, EntryKey.Start, EntryKey.End))
                .ConfigureAwait(false), "of another book");
    }

    public async Task Takes_AreReadFromALayer_AndByEntriesBefore()
    {
        await fixture.WriteAsync(BookRows.PutAsync).ConfigureAwait(false);
        var (takes, layers) = (BookRows.Takes, BookRows.Layers);

        Expect.Set(takes, await TakesAsync(EntryKey.Start, EntryKey.End).ConfigureAwait(false), "all takes");
        Expect.Set(takes[2..], await TakesAsync(layers[1].Key, EntryKey.End).ConfigureAwait(false),
            "of the second layer on");
        Expect.Set([takes[0], takes[2]], await TakesAsync(EntryKey.Start, takes[1].Key).ConfigureAwait(false),
            "by entries before one");
        Expect.Set([], await TakesAsync(layers[1].Key.Next, EntryKey.End).ConfigureAwait(false),
            "of layers without any");
    }

    public async Task Lots_AreFoundAsTheyStoodLast()
    {
        await fixture.WriteAsync(BookRows.PutAsync).ConfigureAwait(false);
        var lots = BookRows.Lots;

        Expect.Set([], await LotsAsync(1, BookRows.One.Start.Previous).ConfigureAwait(false), "before the first");
        Expect.Set(lots[..1], await LotsAsync(1, BookRows.One.Start).ConfigureAwait(false), "at the first");
        Expect.Set(lots[..1], await LotsAsync(1, BookRows.Two.Start.Previous).ConfigureAwait(false),
            "before the second");
        Expect.Set(lots[1..], await LotsAsync(1, EntryKey.End).ConfigureAwait(false), "at the end");
        Expect.Set([BookRows.OtherLot], await LotsAsync(2, EntryKey.End).ConfigureAwait(false), "of another book");
    }

    private async Task<IEnumerable<LotCost>> LotsAsync(int book, EntryKey at) =>
        await fixture.ReadAsync(reader => reader.FindLotCostsAsync(book, 1, [6, 7, 8, 9], at)).ConfigureAwait(false);

    private Task<Checkpoint?> FindAsync(int book, int sku, EntryKey at) =>
        fixture.ReadAsync(reader => reader.FindCheckpointAsync(book, sku, at));

    private Task<List<Layer>> LayersAsync(EntryKey from, EntryKey before) =>
        fixture.StreamAsync(reader => reader.ReadLayersAsync(1, 1, from, before));

    private Task<List<LayerTake>> TakesAsync(EntryKey fromLayer, EntryKey before) =>
        fixture.StreamAsync(reader => reader.ReadTakesAsync(1, 1, fromLayer, before));
}
