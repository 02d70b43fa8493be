using Inventory.Commands;
using Inventory.Policies;

namespace Inventory.References;

/// <summary>Adds a category, or gives it another parent, thresholds and rule.</summary>
/// <remarks>
/// Refused with <c>Invalid.Code</c>, <c>Invalid.Field</c>, <c>Invalid.Tree</c> (it would lie in itself),
/// <c>Invalid.Policy</c>, <c>NotFound.Code</c> (the parent), <c>NotFound.Location</c> or
/// <c>Conflict.DuplicateCode</c>.
/// </remarks>
public sealed record DefineCategory : DefineReference
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="code">The category's code.</param>
    /// <param name="parent">The code of the category it lies in; null at the top.</param>
    public DefineCategory(CommandKey key, string code, string? parent = null)
        : base(key, code) => Parent = parent;

    /// <summary>The code of the category it lies in; null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>Thresholds of its SKUs, at most one line per place.</summary>
    public IReadOnlyList<ThresholdLine> Thresholds { get; init; } = [];

    /// <summary>How its SKUs are sold.</summary>
    public SellingRule Selling { get; init; } = SellingRule.Empty;

    internal override ReferenceKind Kind => ReferenceKind.Category;

    internal override void WritePayload(ref PayloadWriter writer)
    {
        base.WritePayload(ref writer);
        writer.Text(Parent);
        ThresholdLine.WriteAll(ref writer, Thresholds);
        writer.Text(Selling.Text);
    }
}
