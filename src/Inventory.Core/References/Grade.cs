namespace Inventory.References;

/// <summary>A condition that goods of one SKU can be in, such as open box; 0 is new.</summary>
/// <remarks>Immutable. Goods of different grades are different stock.</remarks>
public sealed record Grade : Reference
{
    /// <inheritdoc/>
    public override ReferenceKind Kind => ReferenceKind.Grade;
}
