using Inventory.Ledger;
using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.Books;

/// <summary>
/// Keeps the books' checkpoints: one at the start of every block, so that any past value is one block of entries
/// away.
/// </summary>
internal sealed class BookFollower(BookKeeper keeper, IReadOnlyList<BookDefinition> books)
{
    /// <summary>Carries every book over a block that has just been closed.</summary>
    public async ValueTask FollowAsync(IHistoryWriter writer, int sku, EntryKey start, List<Entry> entries,
        EntryKey next)
    {
        foreach (var book in books)
        {
            var fold = await keeper.OpenAsync(writer, book, sku, start, keeper.ReachOf(entries)).ConfigureAwait(false);
            await FoldBlockAsync(writer, book, sku, fold, entries, next).ConfigureAwait(false);
        }
    }

    /// <summary>
    /// Folds all closed blocks again from one on, because a late fact changed what came before the others.
    /// </summary>
    public async ValueTask RestateAsync(IHistoryWriter writer, int sku, EntryKey from, EntryKey openBlock)
    {
        foreach (var book in books)
        {
            await writer.CutBookAsync(book.Number, sku, from).ConfigureAwait(false);
            await BuildAsync(writer, book, sku, from, openBlock).ConfigureAwait(false);
        }
    }

    /// <summary>Carries one book over all closed blocks from one on.</summary>
    public async ValueTask BuildAsync(IHistoryWriter writer, BookDefinition book, int sku, EntryKey from,
        EntryKey openBlock)
    {
        BookFold? fold = null;
        for (var start = from; start < openBlock;)
        {
            var (_, following) = await writer.FindBlockAsync(sku, start).ConfigureAwait(false);
            var next = following ?? openBlock;
            var entries = await keeper.EntriesAsync(writer, sku, start, next).ConfigureAwait(false);
            var reach = keeper.ReachOf(entries);
            if (fold?.Covers(reach) != true)
            {
                fold = await keeper.OpenAsync(writer, book, sku, start, reach).ConfigureAwait(false);
            }

            await FoldBlockAsync(writer, book, sku, fold, entries, next).ConfigureAwait(false);
            start = next;
        }
    }

    private async ValueTask FoldBlockAsync(
        IHistoryWriter writer, BookDefinition book, int sku, BookFold fold, List<Entry> entries, EntryKey next)
    {
        foreach (var entry in entries)
        {
            await keeper.FoldAsync(writer, book, fold, entry).ConfigureAwait(false);
        }

        var (fifo, specific) = (fold as FifoFold, fold as SpecificFold);
        await writer.PutCheckpointAsync(
            new Checkpoint(book.Number, sku, next, fold.State), fifo?.NewLayers ?? [], fifo?.NewTakes ?? [],
            specific?.Changed(book.Number, sku, next) ?? []).ConfigureAwait(false);
        fifo?.MarkStored();
        specific?.MarkStored();
    }
}
