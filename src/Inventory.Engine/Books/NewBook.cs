using Inventory.Ledger;
using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.Books;

/// <summary>
/// Builds a book that was added to existing history: its fold from the first entry on, in one transaction.
/// </summary>
internal static class NewBook
{
    /// <summary>Builds the book. Returns over how many SKUs.</summary>
    public static ValueTask<int> BuildAsync(IInventoryStore store, int ledger, BookFollower follower,
        BookDefinition book) =>
        store.WriteAsync(ledger, async writer =>
        {
            var heads = new List<Head>();
            await foreach (var row in writer.ReadSkusAsync(0).ConfigureAwait(false))
            {
                heads.Add(row.Row.Head);
            }

            foreach (var head in heads)
            {
                await follower.BuildAsync(writer, book, head.Sku, EntryKey.Start, head.BlockStart)
                    .ConfigureAwait(false);
            }

            await writer.MarkBookBuiltAsync(book.Number).ConfigureAwait(false);
            await writer.CommitAsync().ConfigureAwait(false);
            return heads.Count;
        });
}
