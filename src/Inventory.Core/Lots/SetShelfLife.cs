using Inventory.Catalog;
using Inventory.Commands;

namespace Inventory.Lots;

/// <summary>Says how long units of a SKU keep, or takes that back.</summary>
/// <remarks>
/// Holds for lots that come in afterwards; those that are there keep their dates. Refused with <c>NotFound.Sku</c>,
/// <c>Invalid.Dates</c>, or <c>Invalid.LotRequired</c> where the SKU is tracked by neither lot nor serial.
/// </remarks>
public sealed record SetShelfLife : ChangeSkuDetails
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="life">How long it keeps; null is for ever.</param>
    public SetShelfLife(CommandKey key, string sku, ShelfLife? life)
        : base(key, sku) => Life = life;

    /// <summary>How long it keeps; null is for ever.</summary>
    public ShelfLife? Life { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(48);
        writer.Text(Sku);
        writer.Flag(Life is not null);
        writer.Int(Life?.Days ?? 0);
        writer.Int(Life?.RemovalDays ?? 0);
        writer.Int(Life?.AlertDays ?? 0);
    }
}
