using System.Globalization;
using Inventory.Catalog;
using Inventory.Commands;

namespace Inventory.Substitutes;

/// <summary>Says what may be sold instead of a SKU.</summary>
/// <remarks>
/// Refused with <c>Invalid.Substitution</c> (a link back to the SKU, directly or through others that have not
/// expired; a chain of more than <see cref="ChainMax"/>; a link that has expired or ends before it starts; no ratio;
/// a SKU twice at a time), <c>Invalid.Field</c> or <c>NotFound.Sku</c>. What has expired is judged by the day in UTC.
/// </remarks>
public sealed record SetSubstitutes : ChangeSkuDetails
{
    /// <summary>How many links may follow each other.</summary>
    public const int ChainMax = 16;

    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="substitutes">The substitutes, best first; at most 100.</param>
    public SetSubstitutes(CommandKey key, string sku, params IReadOnlyList<SubstituteLine> substitutes)
        : base(key, sku) => Substitutes = substitutes;

    /// <summary>The substitutes, best first; at most 100.</summary>
    public IReadOnlyList<SubstituteLine> Substitutes { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(45);
        writer.Text(Sku);
        writer.Int(Substitutes.Count);
        foreach (var line in Substitutes)
        {
            writer.Text(line.Sku);
            writer.Long(line.Ratio.Numerator);
            writer.Long(line.Ratio.Denominator);
            writer.Int((int)line.Rule);
            writer.Text(line.ValidFrom?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
            writer.Text(line.ValidTo?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture));
        }
    }
}
