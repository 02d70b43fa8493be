using Inventory.Commands;

namespace Inventory.References;

/// <summary>Adds a template of variants, or gives it other axes.</summary>
/// <remarks>
/// Refused with <c>Invalid.Code</c>, <c>Invalid.Field</c>, <c>Invalid.Variant</c> or <c>Conflict.DuplicateCode</c>.
/// </remarks>
public sealed record DefineVariants : DefineReference
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="code">The template's code.</param>
    /// <param name="axes">The axes with their values, in the order they are named to people.</param>
    public DefineVariants(CommandKey key, string code, params IReadOnlyList<VariantAxis> axes)
        : base(key, code) => Axes = axes;

    /// <summary>The axes with their values, in the order they are named to people; 1 to 8.</summary>
    public IReadOnlyList<VariantAxis> Axes { get; init; }

    internal override ReferenceKind Kind => ReferenceKind.VariantTemplate;

    internal override void WritePayload(ref PayloadWriter writer)
    {
        base.WritePayload(ref writer);
        writer.Int(Axes.Count);
        foreach (var axis in Axes)
        {
            writer.Text(axis.Name);
            writer.Int(axis.Values.Count);
            foreach (var value in axis.Values)
            {
                writer.Text(value);
            }
        }
    }
}
