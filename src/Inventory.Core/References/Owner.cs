using System.Text.Json;

namespace Inventory.References;

/// <summary>Somebody else whose goods lie with us; 0 is ourselves, whoever keeps our goods.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Owner : Reference
{
    /// <inheritdoc/>
    public override ReferenceKind Kind => ReferenceKind.Owner;

    /// <summary>Whether the owner's goods may be sold.</summary>
    public OwnerTerms Terms { get; init; }

    private protected override void WriteDetails(Utf8JsonWriter json) =>
        DetailsText.Write(json, "terms", (long)Terms);
}
