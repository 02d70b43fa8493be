using Inventory.Commands;

namespace Inventory.Ledger;

/// <summary>
/// How far one SKU's streams have come. Its <see cref="Sequence"/> is the version that order-dependent changes are
/// guarded by.
/// </summary>
/// <param name="Sku">The SKU's number.</param>
/// <param name="Sequence">The sequence of the last entry; 0 before the first.</param>
/// <param name="PromiseSequence">The sequence of the last promise entry.</param>
/// <param name="Effective">The latest effective instant of any entry; an entry before it is late.</param>
/// <param name="Recorded">When the last entry was recorded.</param>
/// <param name="Lots">How many lots the SKU has.</param>
/// <param name="BlockEffective">Where the open block of entries begins: the instant.</param>
/// <param name="BlockSequence">Where the open block of entries begins: the sequence.</param>
/// <param name="BlockEntries">How many entries lie in the open block.</param>
/// <param name="Chain">The chain of the last entry.</param>
public sealed record Head(
    int Sku, long Sequence, long PromiseSequence, long Effective, long Recorded, long Lots,
    long BlockEffective, long BlockSequence, int BlockEntries, Digest Chain)
{
    /// <summary>Where the open block begins.</summary>
    public EntryKey BlockStart => new(BlockEffective, BlockSequence);

    /// <summary>The head of a SKU without entries.</summary>
    /// <param name="sku">The SKU's number.</param>
    /// <returns>The head.</returns>
    public static Head Of(int sku) => new(sku, 0, 0, 0, 0, 0, 0, 0, 0, default);
}
