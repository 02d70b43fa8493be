using Inventory.Commands;

namespace Inventory.Catalog;

/// <summary>Puts a SKU into a category, or into none.</summary>
/// <remarks>Refused with <c>NotFound.Sku</c> or <c>NotFound.Code</c>.</remarks>
public sealed record SetCategory : ChangeSkuDetails
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The SKU's code.</param>
    /// <param name="category">The category's code; null is none.</param>
    public SetCategory(CommandKey key, string sku, string? category)
        : base(key, sku) => Category = category;

    /// <summary>The category's code; null is none.</summary>
    public string? Category { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(41);
        writer.Text(Sku);
        writer.Text(Category);
    }
}
