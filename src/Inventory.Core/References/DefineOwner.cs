using Inventory.Commands;

namespace Inventory.References;

/// <summary>Adds an owner, or gives it other terms.</summary>
/// <remarks>
/// Refused with <c>Invalid.Code</c>, <c>Invalid.Field</c> or <c>Conflict.DuplicateCode</c>.
/// </remarks>
public sealed record DefineOwner : DefineReference
{
    /// <summary>Creates the command.</summary>
    /// <param name="key">The caller's key.</param>
    /// <param name="code">The owner's code.</param>
    public DefineOwner(CommandKey key, string code)
        : base(key, code)
    {
    }

    /// <summary>Whether the owner's goods may be sold.</summary>
    public OwnerTerms Terms { get; init; }

    internal override ReferenceKind Kind => ReferenceKind.Owner;

    internal override void WritePayload(ref PayloadWriter writer)
    {
        base.WritePayload(ref writer);
        writer.Int((int)Terms);
    }
}
