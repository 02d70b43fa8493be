using Inventory.Ledger;

namespace Inventory.Timeline;

/// <summary>
/// A run of one SKU's entries in effective order, closed so that questions about the past need to read only one of
/// them.
/// </summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Start">Where it begins; the first block of a SKU begins before everything.</param>
/// <param name="Entries">How many entries lie in it.</param>
/// <param name="RecordedFrom">
/// When its first entry that is not late was recorded; of a block of late entries only, when the last one before it was
/// that is not. The blocks of a SKU are in this order too.
/// </param>
public readonly record struct Block(int Sku, EntryKey Start, int Entries, long RecordedFrom)
{
    /// <summary>How many entries a block gets when it is closed in order.</summary>
    public const int Size = 128;

    /// <summary>How many entries late facts may make of a block before it is cut in two.</summary>
    public const int SizeMax = 2 * Size;
}
