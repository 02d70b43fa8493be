using Inventory.Ledger;
using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.Testing.Storage.Cases;

internal sealed class CutCases(StoreFixture fixture)
{
    public async Task Cut_KeepsACheckpointAtItsPlace()
    {
        var rows = await CutAsync(BookRows.One.Start).ConfigureAwait(false);

        Expect.Rows([BookRows.One, BookRows.OtherBook], rows.Checkpoints, "checkpoints");
        Expect.Rows([BookRows.Layers[0], BookRows.OtherLayer], rows.Layers, "layers");
        Expect.Rows([BookRows.Takes[0], BookRows.OtherTake], rows.Takes, "takes");
        Expect.Rows([BookRows.Lots[0], BookRows.OtherLot], rows.LotCosts, "lots");
    }

    public async Task Cut_DeletesACheckpointAfterItsPlace()
    {
        var rows = await CutAsync(BookRows.One.Start.Previous).ConfigureAwait(false);

        Expect.Rows([BookRows.OtherBook], rows.Checkpoints, "checkpoints");
        Expect.Rows([BookRows.OtherLot], rows.LotCosts, "lots");
    }

    public async Task Cut_DeletesLayersFromItsPlaceOn()
    {
        var at = await CutAsync(BookRows.Layers[2].Key).ConfigureAwait(false);
        Expect.Rows([.. BookRows.Layers[..2], BookRows.OtherLayer], at.Layers, "layers after a cut at the third");

        var after = await CutAsync(BookRows.Layers[2].Key.Next).ConfigureAwait(false);
        Expect.Rows([.. BookRows.Layers, BookRows.OtherLayer], after.Layers, "layers after a cut just after the third");
    }

    public async Task Cut_DeletesTakesByTheirEntry_NotByTheirLayer()
    {
        var at = await CutAsync(BookRows.Takes[2].Key).ConfigureAwait(false);
        Expect.Rows([BookRows.Takes[0], BookRows.OtherTake], at.Takes, "takes after a cut at the entry of the third");

        var after = await CutAsync(BookRows.Takes[2].Key.Next).ConfigureAwait(false);
        Expect.Rows([BookRows.Takes[0], BookRows.Takes[2], BookRows.OtherTake], after.Takes,
            "takes after a cut just after it");
    }

    public async Task Cut_AtTheEnd_DeletesNothing()
    {
        await fixture.WriteAsync(BookRows.PutAsync).ConfigureAwait(false);

        await fixture.UnchangedAsync(
            () => fixture.WriteAsync(writer => writer.CutBookAsync(1, 1, EntryKey.End)), "a cut at the end")
                .ConfigureAwait(false);
    }

    public async Task Cut_LeavesOtherSkusAlone()
    {
        await CutAsync(EntryKey.Start).ConfigureAwait(false);

        var other = await fixture.ReadAsync(reader => reader.GetProjectionsAsync(2)).ConfigureAwait(false);

        Expect.Equal(
            (1, 1, 1, 1), (other.Checkpoints.Count, other.Layers.Count, other.Takes.Count, other.LotCosts.Count),
            "checkpoints, layers, takes and lots of SKU 2");
        var own = await fixture.ReadAsync(reader => reader.GetProjectionsAsync(1)).ConfigureAwait(false);
        Expect.Rows([BookRows.OtherLayer], own.Layers, "layers of SKU 1");
    }

    public async Task Cut_ThenPut_StartsAnew()
    {
        await CutAsync(BookRows.One.Start).ConfigureAwait(false);
        var layer = BookRows.Layers[1] with { Quantity = 99 };
        await fixture.WriteAsync(writer =>
            writer.PutCheckpointAsync(BookRows.Two with { State = BookState.Empty }, [layer], [], [BookRows.Lots[1]]))
            .ConfigureAwait(false);

        var rows = await fixture.ReadAsync(reader => reader.GetProjectionsAsync(1)).ConfigureAwait(false);

        Expect.Rows([BookRows.Layers[0], layer, BookRows.OtherLayer], rows.Layers, "layers");
        Expect.Rows([.. BookRows.Lots[..2], BookRows.OtherLot], rows.LotCosts, "lots");
    }

    // Book 1 of SKU 1, after its rows were put there afresh.
    private async Task<SkuProjections> CutAsync(EntryKey from)
    {
        await fixture.WriteAsync(async writer =>
        {
            await writer.CutBookAsync(1, 1, EntryKey.Start.Previous).ConfigureAwait(false);
            await writer.CutBookAsync(2, 1, EntryKey.Start.Previous).ConfigureAwait(false);
            await writer.CutBookAsync(1, 2, EntryKey.Start.Previous).ConfigureAwait(false);
            await BookRows.PutAsync(writer).ConfigureAwait(false);
            await writer.CutBookAsync(1, 1, from).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return await fixture.ReadAsync(reader => reader.GetProjectionsAsync(1)).ConfigureAwait(false);
    }
}
