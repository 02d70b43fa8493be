using System.Runtime.CompilerServices;
using Inventory.Books;
using Inventory.Catalog;
using Inventory.Ledger;
using Inventory.Storage;
using Inventory.Valuation;
using NodaTime;

namespace Inventory.Queries;

/// <summary>Answers questions about value: a checkpoint, and at most a block of entries since.</summary>
internal sealed class ValueQueries(BookKeeper keeper, int costScale)
{
    public async ValueTask<Result<StockValue>> GetAsync(IStoreReader reader, BookDefinition book, string sku,
        Instant asOf)
    {
        if (await Names.FindSkuAsync(reader, sku).ConfigureAwait(false) is not { } row)
        {
            return new Result<StockValue>([new InventoryError(ErrorCodes.SkuNotFound, "sku", sku, null,
                $"There is no SKU '{sku}'; define it first or correct the code.")]);
        }

        var fold = await keeper.OpenAsync(reader, book, row.Sku.Number, At(asOf), BookReach.Nothing)
            .ConfigureAwait(false);
        return new Result<StockValue>(Describe(row.Sku, asOf, fold.State));
    }

    public async IAsyncEnumerable<IReadOnlyList<StockValue>> ReadAsync(
        IStoreReader reader, BookDefinition book, IReadOnlyList<Instant> asOf,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var row in reader.ReadSkusAsync(0).ConfigureAwait(false))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return await AllOfAsync(reader, book, row.Row.Sku, asOf).ConfigureAwait(false);
        }
    }

    // Goes on folding from one instant to the next while no checkpoint lies in between, and jumps to the checkpoint
    // when one does.
    private async ValueTask<IReadOnlyList<StockValue>> AllOfAsync(
        IStoreReader reader, BookDefinition book, Sku sku, IReadOnlyList<Instant> asOf)
    {
        var values = new StockValue[asOf.Count];
        BookFold? fold = null;
        var position = EntryKey.Start;
        for (var i = 0; i < values.Length; i++)
        {
            var at = At(asOf[i]);
            var checkpoint = await reader.FindCheckpointAsync(book.Number, sku.Number, at).ConfigureAwait(false);
            var entries = fold is null || position < checkpoint?.Start
                ? null
                : await keeper.EntriesAsync(reader, sku.Number, position, at).ConfigureAwait(false);
            if (entries is null || !fold!.Covers(keeper.ReachOf(entries)))
            {
                fold = await keeper.OpenAsync(reader, book, sku.Number, at, BookReach.Nothing)
                    .ConfigureAwait(false);
            }
            else
            {
                foreach (var entry in entries)
                {
                    await keeper.FoldAsync(reader, book, fold!, entry).ConfigureAwait(false);
                }
            }

            position = at;
            values[i] = Describe(sku, asOf[i], fold!.State);
        }

        return values;
    }

    private static EntryKey At(Instant asOf) => EntryKey.AfterInstant(Micros.Floor(asOf));

    private StockValue Describe(Sku sku, Instant asOf, BookState state) => new(
        sku.Code, asOf, sku.ToQuantity(state.Quantity), CostScale.ToAmount(state.Value, costScale),
        sku.ToQuantity(state.QuantityIn), CostScale.ToAmount(state.ValueIn, costScale),
        sku.ToQuantity(state.QuantityOut), CostScale.ToAmount(state.CostOut, costScale));
}
