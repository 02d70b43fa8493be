using Inventory.Catalog;
using Inventory.Commands;

namespace Inventory.Packs;

/// <summary>Says which packs a SKU is handled in.</summary>
/// <remarks>
/// Refused with <c>Invalid.Pack</c> (no content, a unit that is unknown, doubled or the base unit, a pack inside one of
/// its own or a lower level, a content that contradicts a conversion or is too large), <c>NotFound.Sku</c> or
/// <c>Conflict.PackHasStock</c> (the SKU has moved, and the content of one of its packs would change or be forgotten).
/// </remarks>
public sealed record SetPacks : ChangeSkuDetails
{
    /// <summary>How many packs a SKU may have.</summary>
    public const int PacksMax = 20;

    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="packs">The packs.</param>
    public SetPacks(CommandKey key, string sku, params IReadOnlyList<Pack> packs)
        : base(key, sku) => Packs = packs;

    /// <summary>The packs.</summary>
    public IReadOnlyList<Pack> Packs { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(43);
        writer.Text(Sku);
        writer.Int(Packs.Count);
        foreach (var pack in Packs)
        {
            writer.Text(pack.Unit);
            writer.Int((int)pack.Level);
            writer.Long(pack.Count);
            writer.Text(pack.Contains);
            writer.Int(pack.Version);
            writer.OptionalLong(pack.WeightGrams);
            writer.OptionalLong(pack.LengthMillimetres);
            writer.OptionalLong(pack.WidthMillimetres);
            writer.OptionalLong(pack.HeightMillimetres);
        }
    }
}
