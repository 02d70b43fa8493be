using System.Text.Json;
using Inventory.Policies;

namespace Inventory.References;

/// <summary>A way to sell, such as a web shop or a marketplace, with the rule it sells by.</summary>
/// <remarks>Immutable.</remarks>
public sealed record Channel : Reference
{
    /// <inheritdoc/>
    public override ReferenceKind Kind => ReferenceKind.Channel;

    /// <summary>How SKUs are sold here, unless the SKU says otherwise.</summary>
    public SellingRule Selling { get; init; } = SellingRule.Empty;

    private protected override void WriteDetails(Utf8JsonWriter json) => SellingRule.Write(json, Selling);
}
