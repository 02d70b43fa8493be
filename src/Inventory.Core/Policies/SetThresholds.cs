using Inventory.Catalog;
using Inventory.Commands;

namespace Inventory.Policies;

/// <summary>Says when a SKU is ordered and counted, at a place or everywhere; what is left out is inherited.</summary>
/// <remarks>Refused with <c>Invalid.Policy</c>, <c>NotFound.Sku</c> or <c>NotFound.Location</c>.</remarks>
public sealed record SetThresholds : ChangeSkuDetails
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="lines">The thresholds, at most one line per place.</param>
    public SetThresholds(CommandKey key, string sku, params IReadOnlyList<ThresholdLine> lines)
        : base(key, sku) => Lines = lines;

    /// <summary>The thresholds, at most one line per place.</summary>
    public IReadOnlyList<ThresholdLine> Lines { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(47);
        writer.Text(Sku);
        ThresholdLine.WriteAll(ref writer, Lines);
    }
}
