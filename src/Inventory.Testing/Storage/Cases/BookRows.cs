using Inventory.Ledger;
using Inventory.Storage;
using Inventory.Valuation;

namespace Inventory.Testing.Storage.Cases;

/// <summary>What books could have made of two SKUs.</summary>
internal static class BookRows
{
    public static Checkpoint One { get; } =
        new(1, 1, new EntryKey(100, 3), new BookState(1, 2, 3, 4, 5, 6, 7, 8, new EntryKey(9, 10), 11));

    public static Checkpoint Two { get; } = One with { Start = new EntryKey(200, 9) };

    public static Checkpoint OtherBook { get; } = One with { Book = 2, Start = new EntryKey(150, 1) };

    public static Checkpoint OtherSku { get; } = One with { Sku = 2, Start = new EntryKey(160, 1) };

    public static Layer[] Layers { get; } =
    [
        new(1, 1, new EntryKey(10, 1), 5, 500), new(1, 1, new EntryKey(110, 4), 6, 600),
            new(1, 1, new EntryKey(110, 5), 7, 700),
    ];

    public static Layer OtherLayer { get; } = Layers[0] with { Book = 2, Quantity = 9 };

    /// <summary>
    /// Two of the first layer, by an early and a late entry, and one of the second, by an entry in between.
    /// </summary>
    public static LayerTake[] Takes { get; } =
    [
        new(1, 1, Layers[0].Key, new EntryKey(50, 2), 1),
        new(1, 1, Layers[0].Key, new EntryKey(190, 8), 2),
        new(1, 1, Layers[1].Key, new EntryKey(120, 6), 3),
    ];

    public static LayerTake OtherTake { get; } = Takes[0] with { Book = 2 };

    /// <summary>One lot before either block, another before the second only.</summary>
    public static LotCost[] Lots { get; } =
    [
        new(1, 1, 7, One.Start, new BookState(9, 8, 7, 6, 5, 4, 3, 2, EntryKey.Start, 1), 12),
        new(1, 1, 7, Two.Start, new BookState(10, 9, 8, 7, 6, 5, 4, 3, EntryKey.Start, 2), 13),
        new(1, 1, 8, Two.Start, BookState.Empty with { QuantityIn = 1 }, 0),
    ];

    public static LotCost OtherLot { get; } = Lots[0] with { Book = 2, Start = OtherBook.Start };

    public static async ValueTask PutAsync(IStoreWriter writer)
    {
        await writer.PutCheckpointAsync(Two, [Layers[2], Layers[1]], Takes[1..], Lots[1..])
            .ConfigureAwait(false);
        await writer.PutCheckpointAsync(One, [Layers[0]], Takes[..1], Lots[..1]).ConfigureAwait(false);
        await writer.PutCheckpointAsync(OtherBook, [OtherLayer], [OtherTake], [OtherLot])
            .ConfigureAwait(false);
        await writer.PutCheckpointAsync(
            OtherSku, [Layers[0] with { Sku = 2 }], [Takes[0] with { Sku = 2 }], [Lots[0] with { Sku = 2 }])
            .ConfigureAwait(false);
    }
}
