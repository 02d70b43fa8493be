using Inventory.Commands;

namespace Inventory.Catalog;

/// <summary>Says what one base unit of a SKU weighs and how much room it takes, or takes that back.</summary>
/// <remarks>
/// Holds at once for what lies in bins: a bin may be found to hold too much. Refused with <c>NotFound.Sku</c> or
/// <c>Invalid.Field</c>.
/// </remarks>
public sealed record SetMeasures : ChangeSkuDetails
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="measures">The measures; null is unknown.</param>
    public SetMeasures(CommandKey key, string sku, SkuMeasures? measures)
        : base(key, sku) => Measures = measures;

    /// <summary>The measures; null is unknown.</summary>
    public SkuMeasures? Measures { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(66);
        writer.Text(Sku);
        writer.Flag(Measures is not null);
        writer.OptionalLong(Measures?.Milligrams);
        writer.OptionalLong(Measures?.CubicMillimetres);
    }
}
