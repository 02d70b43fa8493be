namespace Inventory.References;

/// <summary>Somebody else whose goods lie with us, or who keeps ours; 0 is ourselves.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Owner : Reference
{
    /// <inheritdoc/>
    public override ReferenceKind Kind => ReferenceKind.Owner;
}
