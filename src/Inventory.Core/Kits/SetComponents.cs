using Inventory.Catalog;
using Inventory.Commands;

namespace Inventory.Kits;

/// <summary>Makes a SKU a kit of other SKUs, or no kit any more.</summary>
/// <remarks>
/// A kit has no stock of its own: it is sold as its components, and cannot be moved or counted. A kit of a single
/// component is one more listing of that component's stock. Kits may be nested, at most <see cref="DepthMax"/> deep
/// below the one that is set. Refused with <c>Invalid.Field</c> (a component twice, too many),
/// <c>Invalid.Conversion</c>, <c>Invalid.Step</c>, <c>Invalid.Quantity</c>, <c>Invalid.ForServiceItem</c>,
/// <c>Invalid.KitQuantity</c>, <c>Invalid.KitCycle</c>, <c>NotFound.Sku</c> or <c>Conflict.KitHasStock</c> (the SKU has
/// moved).
/// </remarks>
public sealed record SetComponents : ChangeSkuDetails
{
    /// <summary>How many kits may lie in each other below a kit.</summary>
    public const int DepthMax = 8;

    /// <summary>How many components a kit may have.</summary>
    public const int ComponentsMax = 100;

    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="sku">The kit's code.</param>
    /// <param name="components">The components; none makes it an ordinary SKU.</param>
    public SetComponents(CommandKey key, string sku, params IReadOnlyList<KitPart> components)
        : base(key, sku) => Components = components;

    /// <summary>The components; none makes it an ordinary SKU.</summary>
    public IReadOnlyList<KitPart> Components { get; init; }

    internal override void WritePayload(ref PayloadWriter writer)
    {
        writer.Byte(42);
        writer.Text(Sku);
        writer.Int(Components.Count);
        foreach (var part in Components)
        {
            writer.Text(part.Sku);
            writer.Decimal(part.Quantity.Amount);
            writer.Text(part.Quantity.Unit);
        }
    }
}
