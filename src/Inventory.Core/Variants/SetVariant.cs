using Inventory.Catalog;
using Inventory.Commands;

namespace Inventory.Variants;

/// <summary>Makes a SKU a variant of a template, or of none.</summary>
/// <remarks>
/// Refused with <c>Invalid.Variant</c> (an axis or value is unknown or missing, or another SKU has the same values),
/// <c>NotFound.Sku</c> or <c>NotFound.Code</c>.
/// </remarks>
public sealed record SetVariant : ChangeSkuDetails
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="template">The template's code; null makes it no variant.</param>
    /// <param name="values">One value per axis.</param>
    public SetVariant(CommandKey key, string sku, string? template, params IReadOnlyList<VariantValue> values)
        : base(key, sku)
    {
        Template = template;
        Values = values;
    }

    /// <summary>The template's code; null makes it no variant.</summary>
    public string? Template { get; init; }

    /// <summary>One value per axis.</summary>
    public IReadOnlyList<VariantValue> Values { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(44);
        writer.Text(Sku);
        writer.Text(Template);
        writer.Int(Values.Count);
        foreach (var value in Values)
        {
            writer.Text(value.Axis);
            writer.Text(value.Value);
        }
    }
}
