using Inventory.Commands;
using Inventory.Policies;

namespace Inventory.References;

/// <summary>Adds a channel, or gives it another rule.</summary>
/// <remarks>
/// Refused with <c>Invalid.Code</c>, <c>Invalid.Field</c>, <c>Invalid.Policy</c> or <c>Conflict.DuplicateCode</c>.
/// </remarks>
public sealed record DefineChannel : DefineReference
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="code">The channel's code.</param>
    public DefineChannel(CommandKey key, string code)
        : base(key, code)
    {
    }

    /// <summary>How SKUs are sold here, unless the SKU says otherwise.</summary>
    public SellingRule Selling { get; init; } = SellingRule.Empty;

    internal override ReferenceKind Kind => ReferenceKind.Channel;

    internal override void WritePayload(ref PayloadWriter writer)
    {
        base.WritePayload(ref writer);
        writer.Text(Selling.Text);
    }
}
