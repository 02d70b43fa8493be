using Inventory.Catalog;
using Inventory.Commands;

namespace Inventory.Policies;

/// <summary>Says how a SKU is sold, in a channel or in all; what is left out is inherited.</summary>
/// <remarks>Refused with <c>Invalid.Policy</c>, <c>NotFound.Sku</c> or <c>NotFound.Code</c> (the channel).</remarks>
public sealed record SetSelling : ChangeSkuDetails
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="lines">The rules, at most one per channel.</param>
    public SetSelling(CommandKey key, string sku, params IReadOnlyList<SellingLine> lines)
        : base(key, sku) => Lines = lines;

    /// <summary>The rules, at most one per channel.</summary>
    public IReadOnlyList<SellingLine> Lines { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(46);
        writer.Text(Sku);
        writer.Int(Lines.Count);
        foreach (var line in Lines)
        {
            writer.Text(line.Channel);
            writer.Text(line.Rule.Text);
        }
    }
}
